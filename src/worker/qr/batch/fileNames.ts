/** File names made from data that are safe on every system. */
import { utf8Length } from '../textBytes';

const longest = 80;
/** Of the 255 that a component may have: a number and an extension come behind it. */
const longestBytes = 230;
/** Devices of Windows, whatever the extension; it takes superscript digits for digits. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])$/i;

/** As many characters from the start as a name may have. */
function start(text: string): string {
  let end = 0;
  let count = 0;
  let bytes = 0;
  for (const character of text) {
    bytes += utf8Length(character);
    if (++count > longest || bytes > longestBytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/**
 * A text as one path component: no separators, no characters or endings that a system forbids,
 * never empty, at most 80 characters and 230 bytes of UTF-8.
 */
export function safeName(text: string): string {
  const cleaned = text
    .normalize('NFC')
    // Controls, format characters that reorder text, lone surrogates, and what Windows forbids.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, '_')
    .replace(/\s+/g, ' ');
  // A name that begins with a dash is an option to the next program that is given it.
  const cut = start(cleaned)
    .replace(/^[ .]+|[ .]+$/g, '')
    .replace(/^-/, '_');
  if (cut === '') return '_';
  return reserved.test(cut.split('.')[0]!.trimEnd()) ? `_${cut}` : cut;
}

/** Gives every name once, whatever the case: the second `a` becomes `a-2`. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name}-${n}`;
    taken.add(free.toLowerCase());
    return free;
  };
}

/** A pattern with its `{name}`s filled in and made safe; an unknown one stays as it is written. */
export const nameFromPattern = (pattern: string, value: (name: string) => string | undefined): string =>
  safeName(pattern.replace(/\{([^{}]+)\}/g, (whole, name: string) => value(name) ?? whole));
