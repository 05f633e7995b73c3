/** Clauses in one line, those of a control point together. */
import { getOrMake } from '../../getOrMake';

/** `8.1.4.1 b d; 8.1.4.6` of `8.1.4.1 b`, `8.1.4.1 d`, `8.1.4.6`. */
export function clauseList(all: readonly string[]): string {
  const letters = new Map<string, string[]>();
  for (const clause of all) {
    const [point = '', letter] = clause.split(' ');
    const of = getOrMake(letters, point, () => []);
    if (letter) of.push(letter);
  }
  return [...letters].map(([point, of]) => [point, ...of].join(' ')).join('; ');
}
