import type { Range } from '../protocol/finding';

/** Whether ranges have a position in common, their ends included. */
export function touches(a: Range, b: Range): boolean {
  const before = a.end.line < b.start.line || (a.end.line === b.start.line && a.end.character < b.start.character);
  const after = a.start.line > b.end.line || (a.start.line === b.end.line && a.start.character > b.end.character);
  return !before && !after;
}
