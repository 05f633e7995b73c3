/** Which findings of a file a baseline covers. */
import type { Finding, KnownFinding } from '../../protocol/finding';

const keyOf = ({ rule, fingerprint }: Pick<KnownFinding, 'rule' | 'fingerprint'>): string => `${rule} ${fingerprint}`;

/**
 * Marks every finding as unchanged or new: of equal ones so many are covered, the first ones, as
 * the baseline counts.
 * @param findings of one file in the order of their places
 * @param known what the baseline has of that file; undefined: none holds, and nothing is marked
 * @returns what of it is not there any longer
 */
export function coverFindings(
  findings: readonly Finding[],
  known: readonly KnownFinding[] | undefined,
): KnownFinding[] | undefined {
  if (!known) return undefined;
  const left = new Map<string, KnownFinding>();
  for (const entry of known) {
    const before = left.get(keyOf(entry))?.count ?? 0;
    left.set(keyOf(entry), { ...entry, count: before + entry.count });
  }
  for (const finding of findings) {
    const entry = finding.suppressed ? undefined : left.get(keyOf(finding));
    finding.baselineState = entry && entry.count > 0 ? 'unchanged' : 'new';
    if (finding.baselineState === 'unchanged') entry!.count--;
  }
  return [...left.values()].filter(({ count }) => count > 0);
}
