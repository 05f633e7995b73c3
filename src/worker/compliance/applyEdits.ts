/** Applies text edits to a document. */
import type { Fix, TextEdit } from '../protocol/finding';
import { linesOf, offsetAt } from './documents/lines';

/** Edits must not overlap; insertions at one place are made in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const spans = edits.map((edit, order) => ({ ...spanOf(edit), newText: edit.newText, order }));
  spans.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let out = '';
  let at = 0;
  for (const span of spans) {
    out += text.slice(at, Math.max(at, span.start)) + span.newText;
    at = Math.max(at, span.end);
  }
  return out + text.slice(at);

  function spanOf(edit: TextEdit): { start: number; end: number } {
    return { start: offsetAt(lines, edit.range.start), end: offsetAt(lines, edit.range.end) };
  }
}

/** The fixes, in order, whose edits do not touch the edits of an earlier one; the rest waits for the next round. */
export function compatibleFixes(text: string, fixes: readonly Fix[]): Fix[] {
  const lines = linesOf(text);
  const taken: { start: number; end: number }[] = [];
  const seen = new Set<string>();
  return fixes.filter((fix) => {
    const key = JSON.stringify(fix.edits);
    const spans = fix.edits.map((e) => ({ start: offsetAt(lines, e.range.start), end: offsetAt(lines, e.range.end) }));
    if (seen.has(key) || spans.some((s) => taken.some((t) => s.start <= t.end && t.start <= s.end))) return false;
    seen.add(key);
    taken.push(...spans);
    return true;
  });
}
