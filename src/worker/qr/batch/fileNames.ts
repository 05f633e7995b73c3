/** File names made from data that are safe on every system. */

const longest = 80;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A text as one path component: no separators, no characters or endings that a system forbids, never empty, at most 80 characters. */
export function safeName(text: string): string {
  const cleaned = text
    .normalize('NFC')
    // Controls, format characters that reorder text, lone surrogates, and what Windows forbids.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, '_')
    .replace(/\s+/g, ' ');
  const cut = [...cleaned]
    .slice(0, longest)
    .join('')
    .replace(/^[ .]+|[ .]+$/g, '');
  if (cut === '') return '_';
  return reserved.test(cut.split('.')[0]!) ? `_${cut}` : cut;
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
export const nameFromPattern = (pattern: string, values: Record<string, string>): string =>
  safeName(pattern.replace(/\{([^{}]+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole)));
