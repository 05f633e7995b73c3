/** Takes findings out of a baseline: they fail again. */
import type { Finding, TextEdit } from '../../protocol/finding';
import { lineBreakOf, linesOf, rangeOf } from '../documents/text/lines';
import type { Baseline, BaselineEntry } from './baseline';
import type { HeldBaseline } from './heldBaseline';
import { entryText, writeBaseline } from './writeBaseline';

type Taken = Pick<Finding, 'rule' | 'fingerprint'>;

/**
 * The change of the baseline's text; of equal findings one is taken for each.
 * @returns undefined where it has none of them
 */
export function takeOut(held: HeldBaseline, findings: readonly Taken[]): TextEdit | undefined {
  const { baseline, text, known } = held;
  if (!baseline || text === null) return undefined;
  const taken = new Map<BaselineEntry, number>();
  const left = (entry: BaselineEntry) => entry.count - (taken.get(entry) ?? 0);
  for (const { rule, fingerprint } of findings) {
    const entry = known.find((at) => at.rule === rule && at.fingerprint === fingerprint && left(at) > 0);
    if (entry) taken.set(entry, (taken.get(entry) ?? 0) + 1);
  }
  if (taken.size === 0) return undefined;
  let after: string | undefined = text;
  for (const entry of taken.keys()) after = after && changed(after, entry, left(entry));
  return difference(text, after ?? rewritten(baseline, text, left));
}

/** In the form that we write, a line is changed; undefined: it has another form. */
function changed(text: string, entry: BaselineEntry, count: number): string | undefined {
  const written = entryText(entry);
  const at = text.indexOf(written);
  if (at < 0) return undefined;
  const [before, after] = [text.slice(0, at), text.slice(at + written.length)];
  if (count > 0) return before + entryText({ ...entry, count }) + after;
  const next = /^,\r?\n {4}(?=\{)/.exec(after);
  if (next) return before + after.slice(next[0].length);
  // The last one takes the comma before it along.
  const around = /^(\r?\n {2})\]/.exec(after);
  const lead = /([,[])(\r?\n {4})$/.exec(before.slice(-7));
  if (!around || !lead) return undefined;
  const head = before.slice(0, before.length - lead[2]!.length);
  return lead[1] === ',' ? head.slice(0, -1) + after : head + after.slice(around[1]!.length);
}

function rewritten(baseline: Baseline, text: string, left: (entry: BaselineEntry) => number): string {
  const findings = baseline.findings.flatMap((entry) => {
    const count = left(entry);
    return count > 0 ? { ...entry, count } : [];
  });
  return writeBaseline({ ...baseline, findings }).replaceAll('\n', lineBreakOf(text));
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
