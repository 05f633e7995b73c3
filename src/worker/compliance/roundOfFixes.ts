/** Which fixes are made together when a file is fixed as a whole. */
import type { Finding, Fix } from '../protocol/finding';
import { compatibleFixes } from './applyEdits';

/**
 * One fix of each finding that is not suppressed, in the file itself; what would touch another waits
 * for the next round.
 * @param unsafe also those that change the behaviour
 */
export function roundOfFixes(text: string, findings: readonly Finding[], unsafe: boolean): Fix[] {
  const offered = findings.filter((finding) => !finding.suppressed);
  const suits = ({ safe, uri }: Fix) => (safe || unsafe) && uri === undefined;
  return compatibleFixes(
    text,
    offered.flatMap(({ fixes }) => fixes.find(suits) ?? []),
  );
}
