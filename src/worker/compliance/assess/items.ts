/**
 * The standard's control items, asked of each thing that they apply to. A file proves failure;
 * that nothing was found is a state of its own.
 */
import type { Attestation, ItemResult } from '../../protocol/assessment';
import { chapterOf } from '../checklist/categories';
import { clauses } from '../checklist/clauses';
import { bareId } from '../checklist/describe';
import { clausesOf, isExcluded, worksheets } from '../checklist/worksheets';
import { getOrMake } from '../getOrMake';
import type { Rule } from '../rules/rule';
import { everyFinding, type FindingsOfRule } from './findingsOfRule';
import type { Gathered, Sheet } from './objects';

export interface ItemFacts {
  rules: readonly Rule[];
  objects: readonly Gathered[];
  /** Findings of a rule about an object, by their indexes. */
  findings(rule: string, clause: string, object: number): FindingsOfRule;
  attestations: readonly Attestation[];
}

/** Clauses that the sheets of a sort of things hold. */
function clausesOnSheet(sheet: Sheet): string[] {
  const own = Object.values(worksheets).filter(({ kind }) => kind === sheet);
  return [...new Set(own.map(({ chapter }) => chapter))].flatMap(clausesOf);
}

/** Objects whose items are a step. */
const OBJECTS_OF_A_STEP = 100;

/** In the order of the objects, in steps: see `assessSteps`. */
export function* itemSteps({ rules, objects, findings, attestations }: ItemFacts): Generator<void, ItemResult[]> {
  const exact = new Map<string, string[]>();
  const near = new Map<string, string[]>();
  for (const { id, clauses: named } of rules)
    for (const clause of named) {
      const bare = bareId(clause);
      getOrMake(bare === clause ? exact : near, bare, () => []).push(id);
    }
  const stated = new Map<string, number>();
  attestations.forEach((each, index) => {
    if (!each.isExpired) getOrMake(stated, each.for, () => index);
  });
  const onSheet = new Map<Sheet, string[]>();
  const cloud = Object.keys(clauses).filter((clause) => chapterOf(clause) === '8.2.4');
  const itemsOf = ({ object, rules: judged, silent }: Gathered, index: number): ItemResult[] => {
    const asked = getOrMake(onSheet, object.sheet, () => clausesOnSheet(object.sheet));
    // The extension for clouds is asked where something stands under it.
    const extra = cloud.filter(
      (clause) =>
        !isExcluded(clause, object.sheet) &&
        [...(exact.get(clause) ?? []), ...(near.get(clause) ?? [])].some((rule) => {
          return everyFinding(findings(rule, clause, index)).length > 0;
        }),
    );
    return [...asked, ...extra].map((clause): ItemResult => {
      const own = exact.get(clause) ?? [];
      const found = own.map((rule) => findings(rule, clause, index));
      const counted = found.flatMap((each) => each.counted);
      const suppressed = found.flatMap((each) => each.suppressed);
      const mild = found.flatMap((each) => each.mild);
      const nearby = (near.get(clause) ?? []).flatMap((rule) => everyFinding(findings(rule, clause, index)));
      const spoke = own.filter((rule, i) => judged.has(rule) || everyFinding(found[i]!).length > 0);
      const attestation = stated.get(clause);
      const state = ((): Pick<ItemResult, 'state' | 'reason'> => {
        if (isExcluded(clause, object.sheet)) return { state: 'notApplicable', reason: 'preset' };
        if (counted.length > 0) {
          const isPassed = own.some((rule, i) => judged.has(rule) && found[i]!.counted.length === 0);
          return { state: isPassed ? 'partial' : 'fail' };
        }
        if (mild.length > 0) return { state: 'partial' };
        if (suppressed.length > 0) return { state: 'unknown', reason: 'suppressed' };
        if (nearby.length > 0) return { state: 'unknown', reason: 'nearest' };
        if (attestation !== undefined) return { state: 'unknown', reason: 'attested' };
        if (own.length === 0) return { state: 'unknown', reason: 'visible' };
        if (spoke.length === 0) return { state: 'unknown', reason: 'files' };
        return spoke.some((rule) => silent.has(rule)) ? { state: 'unknown', reason: 'values' } : { state: 'clean' };
      })();
      return {
        clause,
        object: index,
        ...state,
        rules: spoke.sort(),
        findings: found.flatMap(everyFinding).sort((a, b) => a - b),
        near: nearby.sort((a, b) => a - b),
        ...(attestation !== undefined && { attestation }),
      };
    });
  };
  const items: ItemResult[] = [];
  for (const [index, gathered] of objects.entries()) {
    if (index % OBJECTS_OF_A_STEP === OBJECTS_OF_A_STEP - 1) yield;
    for (const item of itemsOf(gathered, index)) items.push(item);
  }
  return items;
}
