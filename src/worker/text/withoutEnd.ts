/**
 * `text` without the characters of `ends` that it ends with, in time that grows with their number;
 * a search for `/x+$/` starts anew at each of a run of them.
 */
export function withoutEnd(text: string, ends: string): string {
  let end = text.length;
  while (end > 0 && ends.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
