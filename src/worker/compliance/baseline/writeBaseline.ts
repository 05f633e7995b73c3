/** A baseline as text: a finding a line, so that versions of it compare and merge well. */
import { inertJson } from '../../text/inertJson';
import type { Baseline, BaselineEntry } from './baseline';

/** The same bytes for the same baseline; ends with a line break. */
export function writeBaseline({ findings, ...head }: Baseline): string {
  const [open] = inertJson(JSON.stringify(head, undefined, 2)).split(/\n\}$/);
  const lines = mergedInOrder(findings).map((entry) => `\n    ${entryText(entry)}`);
  return `${open},\n  "findings": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

/** A finding as the file has it, without what stands around it. */
export const entryText = ({ path, rule, fingerprint, count, message }: BaselineEntry): string =>
  inertJson(JSON.stringify({ path, rule, fingerprint, count, message }));

const keyOf = ({ path, rule, fingerprint }: BaselineEntry): string => [path, rule, fingerprint].join('\u0000');

/** One entry for equal findings, by path and rule; code units decide, not the language. */
function mergedInOrder(findings: readonly BaselineEntry[]): BaselineEntry[] {
  const merged = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const before = merged.get(key);
    merged.set(key, before ? { ...before, count: before.count + finding.count } : finding);
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
