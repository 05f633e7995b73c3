/** Applies text edits to a document. */
import type { Fix, TextEdit } from '../protocol/finding';
import type { Span } from '../text/spliceBytes';
import { type Lines, linesOf, offsetAt } from './documents/text/lines';
import { spanSet } from './spanSet';

/**
 * Edits as spans of the text: in order, none reaching into the one before; insertions at one place
 * stay in the order given.
 */
export function spansOf(text: string, edits: readonly TextEdit[]): Span[] {
  const lines = linesOf(text);
  const spans = edits.map((edit, order) => ({ ...spanOf(lines, edit), newText: edit.newText, order }));
  spans.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let at = 0;
  return spans.map(({ start, end, newText }) => {
    const from = Math.max(at, start);
    at = Math.max(from, end);
    return { start: from, end: at, newText };
  });
}

/** Edits must not overlap; insertions at one place are made in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, newText } of spansOf(text, edits)) {
    out += text.slice(at, start) + newText;
    at = end;
  }
  return out + text.slice(at);
}

const spanOf = (lines: Lines, { range }: TextEdit): { start: number; end: number } => ({
  start: offsetAt(lines, range.start),
  end: offsetAt(lines, range.end),
});

/**
 * The fixes, in order, whose edits do not touch the edits of an earlier one; the rest waits for the
 * next round.
 */
export function compatibleFixes(text: string, fixes: readonly Fix[]): Fix[] {
  const lines = linesOf(text);
  const taken = spanSet();
  const seen = new Set<string>();
  return fixes.filter((fix) => {
    const key = JSON.stringify(fix.edits);
    const spans = fix.edits.map((edit) => spanOf(lines, edit));
    if (seen.has(key) || spans.some(taken.touches)) return false;
    seen.add(key);
    spans.forEach(taken.add);
    return true;
  });
}
