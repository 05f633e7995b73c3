/** Names that every spreadsheet and every file system takes. */

import { cutText } from '../../../../text/cutText';
import { visible } from '../../../../text/visible';

/** UTF-16 units: Excel's limit. */
const MAX_LENGTH = 31;

/** Excel's `[]:*?/\`, and what Windows has beside it. */
const FORBIDDEN = /[[\]:*?/\\<>|"]/g;

/**
 * One for each of them, in their order; no two are equal, whatever their case. Too long ones are cut
 * at the end, and numbered where that makes them equal.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  /** How often a cut name was wanted: to number many equal ones in linear time. */
  const asked = new Map<string, number>();
  return wanted.map((text) => {
    // Apostrophes may stand within a name only.
    const legal = visible(text).replace(FORBIDDEN, '_').trim().replace(/^'|'$/g, '_') || '_';
    let name = cut(legal, MAX_LENGTH);
    const key = name.toLowerCase();
    let number = asked.get(key) ?? 1;
    while (taken.has(name.toLowerCase())) {
      const suffix = `~${++number}`;
      name = cut(legal, MAX_LENGTH - suffix.length) + suffix;
    }
    asked.set(key, number);
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Neither a blank, a dot nor an apostrophe stands at the end. */
const cut = (text: string, length: number): string => cutText(text, length).replace(/[ .']$/, '_');
