/** What became of the findings of an earlier report, and which are new. */
import type { Change, Changes, EvidenceItem } from '../../../protocol/assessment';
import { getOrMake } from '../../getOrMake';
import type { EarlierReport } from './earlierReport';

interface Now {
  findings: readonly EvidenceItem[];
  ruleSet: string;
  /** Whether the rule judged the file this time. */
  isJudged(path: string, rule: string): boolean;
}

/**
 * Findings are known again by path, rule and fingerprint; of equal ones each stands for one, in
 * their order. What is suppressed is still there.
 */
export function changesSince({ date, version, ruleSet, findings: before }: EarlierReport, now: Now): Changes {
  const waiting = new Map<string, number[]>();
  now.findings.forEach((finding, index) => {
    getOrMake(waiting, keyOf(finding), () => []).push(index);
  });
  /** How many of the equal ones have been taken. */
  const taken = new Map<string, number>();
  const all = before.map((finding): Change => {
    const { rule, path, line, message, object } = finding;
    const key = keyOf(finding);
    const count = taken.get(key) ?? 0;
    const after = waiting.get(key)?.[count];
    const was = { path, line, message, ...(object && { object }) };
    if (after === undefined) return { state: now.isJudged(path, rule) ? 'repaired' : 'unjudged', rule, before: was };
    taken.set(key, count + 1);
    return { state: 'open', rule, before: was, after };
  });
  const known = new Set(all.flatMap(({ after }) => after ?? []));
  now.findings.forEach(({ rule }, after) => {
    if (!known.has(after)) all.push({ state: 'new', rule, after });
  });
  const counts: Changes['counts'] = { repaired: 0, open: 0, new: 0, unjudged: 0 };
  for (const { state } of all) counts[state]++;
  return { since: { date, version, ruleSet }, isSameRuleSet: ruleSet === now.ruleSet, counts, all };
}

const keyOf = ({ path, rule, fingerprint }: Pick<EvidenceItem, 'path' | 'rule' | 'fingerprint'>): string =>
  JSON.stringify([path, rule, fingerprint]);
