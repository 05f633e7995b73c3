/** So many findings of one rule in one file are told and the rest is counted: a few kilobytes of text could else make megabytes of findings. */
import { severities } from '../protocol/finding';
import { documentTooLarge } from './rules/doc/documentTooLarge';
import type { RuleReport } from './rules/rule';

export const MAX_FINDINGS_PER_RULE = 1000;

interface Group {
  kept: number;
  left: RuleReport[];
}

export interface BoundReports {
  kept: RuleReport[];
  /** One report for each rule says how many were left out, as severe as the worst of them. */
  counted: RuleReport[];
}

/** Keeps the first of each rule, suppressed ones apart. */
export function boundReports(reports: readonly RuleReport[], most = MAX_FINDINGS_PER_RULE): BoundReports {
  const groups = new Map<string, Group>();
  const kept = reports.filter((report) => {
    const key = `${report.rule.id} ${report.suppressed === undefined}`;
    const group = groups.get(key) ?? { kept: 0, left: [] };
    groups.set(key, group);
    if (group.kept < most) return ++group.kept;
    group.left.push(report);
    return false;
  });
  return { kept, counted: [...groups.values()].flatMap(({ left }) => (left.length > 0 ? [moreReport(left)] : [])) };
}

function moreReport(left: readonly RuleReport[]): RuleReport {
  const { rule, place, suppressed } = left[0]!;
  const found = new Set(left.map((r) => r.severity ?? r.rule.severity));
  const severity = severities.find((s) => found.has(s));
  return { rule: documentTooLarge, place, message: 'more', data: { count: left.length, rule: rule.id }, severity, suppressed };
}
