/** Takes findings out of a baseline: they fail again. */
import type { Finding, TextEdit } from '../../protocol/finding';
import { lineBreakOf, linesOf, rangeOf } from '../documents/text/lines';
import type { HeldBaseline } from './heldBaseline';
import { writeBaseline } from './writeBaseline';

type Taken = Pick<Finding, 'rule' | 'fingerprint'>;

/**
 * The change of the baseline's text; of equal findings one is taken for each.
 * @returns undefined where it has none of them
 */
export function takeOut({ baseline, text, path }: HeldBaseline, findings: readonly Taken[]): TextEdit | undefined {
  if (!baseline || text === null) return undefined;
  const entries = baseline.findings.map((entry) => ({ ...entry }));
  let taken = 0;
  for (const { rule, fingerprint } of findings) {
    const entry = entries.find(
      (at) => at.count > 0 && at.path === path && at.rule === rule && at.fingerprint === fingerprint,
    );
    if (!entry) continue;
    entry.count--;
    taken++;
  }
  if (taken === 0) return undefined;
  const after = writeBaseline({ ...baseline, findings: entries.filter(({ count }) => count > 0) });
  return difference(text, after.replaceAll('\n', lineBreakOf(text)));
}

/** One edit that leaves what both texts begin and end with. */
function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const range = rangeOf(linesOf(before), { start, end: before.length - tail });
  return { range, newText: after.slice(start, after.length - tail) };
}
