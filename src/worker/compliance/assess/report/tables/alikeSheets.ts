/** Sheets of results in which things with equal results stand together. */
import type { Assessment, ItemResult } from '../../../../protocol/assessment';
import { getOrMake } from '../../../getOrMake';
import { type ObjectSheet, objectSheets, sheetTitle } from './objectSheets';
import { sheetNames } from './sheetNames';

/**
 * Equal: each item has the same state for the same reason, by findings of the same rules. A sheet is
 * called by the first of its things, and holds the findings of all.
 */
export function alikeSheets(assessment: Assessment): ObjectSheet[] {
  const { objects, findings } = assessment;
  const rulesOf = (indexes: readonly number[]) => [...new Set(indexes.map((index) => findings[index]!.rule))].sort();
  const groups = new Map<string, ObjectSheet[]>();
  for (const sheet of objectSheets(assessment)) {
    const { kind, sheet: form } = objects[sheet.object]!;
    const results = sheet.items.map(({ clause, state, reason, rules, findings: exact, near, attestation }) => {
      return [clause, state, reason, rules, rulesOf(exact), rulesOf(near), attestation];
    });
    getOrMake(groups, JSON.stringify([sheet.chapter, kind, form, results]), () => []).push(sheet);
  }
  const all = [...groups.values()];
  const names = sheetNames(
    all.map(([first, ...others]) => {
      const title = sheetTitle(first!, objects);
      return others.length === 0 ? title : `${title} 等 ${others.length + 1} 个`;
    }),
  );
  return all.map((sheets, i): ObjectSheet => {
    const [first] = sheets;
    const alike = sheets.map(({ object }) => object);
    const items = first!.items.map((item, at): ItemResult => {
      const own = sheets.map((sheet) => sheet.items[at]!);
      return { ...item, findings: own.flatMap((each) => each.findings), near: own.flatMap((each) => each.near) };
    });
    return { ...first!, name: names[i]!, alike, items };
  });
}
