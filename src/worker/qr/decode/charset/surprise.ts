/**
 * How many bits bytes tell beyond what a language lets expect: the candidate with the fewest
 * explains them best (minimum description length).
 */
import type { NarrowCandidate, WideCandidate } from './candidates';
import { decodeAs } from './decodeAs';
import { HALF_KATAKANA } from './languages';

const PUNCTUATION = '，。：、（）！？；“”《》「」・ー　';
/** May stand between letters. */
const JOINERS = '’·–—\xa0';
const SYMBOLS = '°€£§©®–—‘’“”„…«»·×½²³µ¡¿№\xa0';

/** Share of text that the common characters make, as bits; and of the rest. */
const COMMON = 0.6;
const ASCII = 6;
const RARE = 23;
const NEVER = 40;
/** Between an ASCII letter and a wide character. */
const SWITCH = 4;
/** The first of half-width katakana, which come in runs. */
const LONE_HALF = 14;
/** A voicing mark behind a syllable that can be voiced. */
const VOICING = 1;
/** A Latin alphabet's own letter is one of many; two side by side are rarer still. */
const LATIN_LETTER = 3;
const SIDE_BY_SIDE = 2;
const CAPITAL = 3;
/** A capital or a sign inside a word. */
const INSIDE = 8;
/** From letters of one script to those of another. */
const SWITCH_SCRIPT = 8;
const SIGN = 8;
const OTHER = 18;

/** Bits of each character of a list in order of rank, by Zipf's law. */
function ranks(list: string, share: number): Map<string, number> {
  const characters = [...new Set(list)];
  const sum = characters.reduce((total, _, i) => total + 1 / (i + 3), 0);
  return new Map(characters.map((c, i) => [c, -Math.log2(share / sum / (i + 3))]));
}

const tables = new Map<string, Map<string, number>>();
function tableOf(list: string, share: number): Map<string, number> {
  let found = tables.get(list);
  if (!found) tables.set(list, (found = ranks(list, share)));
  return found;
}

/** Bits of the bytes as text of that candidate; infinite when they are not valid. */
export function surpriseOf(candidate: WideCandidate | NarrowCandidate, bytes: Uint8Array): number {
  const text = decodeAs(candidate.name, bytes, true);
  if (text === null) return Number.POSITIVE_INFINITY;
  return candidate.prior + ('rows' in candidate ? wide(candidate, text, bytes) : narrow(candidate, text));
}

function wide({ name, common, rows, minTrail }: WideCandidate, text: string, bytes: Uint8Array): number {
  const table = tableOf(common, COMMON);
  let bits = 0;
  let at = 0;
  let before: 'letter' | 'half' | 'wide' | 'none' = 'none';
  let last = '';
  for (const c of text) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      const isLetter = /[a-z]/i.test(c);
      bits += ASCII + (isLetter && (before === 'wide' || before === 'half') ? SWITCH : 0);
      before = isLetter ? 'letter' : 'none';
      at++;
      continue;
    }
    const trail = bytes[at + 1]!;
    const isHalf = c >= '\uff61' && c <= '\uff9f';
    if (before === 'letter') bits += SWITCH;
    if (isHalf)
      bits +=
        before !== 'half'
          ? LONE_HALF
          : isVoicing(c)
            ? isVoiceable(last)
              ? VOICING
              : RARE
            : (tableOf(HALF_KATAKANA, 0.9).get(c) ?? RARE);
    else {
      const row = trail >= minTrail ? rows.find(([from, to]) => lead >= from && lead <= to) : undefined;
      bits += PUNCTUATION.includes(c) ? 7 : (table.get(c) ?? row?.[2] ?? RARE);
    }
    at += lengthOf(name, lead, trail, isHalf);
    before = isHalf ? 'half' : 'wide';
    last = c;
  }
  return bits;
}

const isVoicing = (c: string) => c === '\uff9e' || c === '\uff9f';
/** Half-width ka to to, and ha to ho. */
const isVoiceable = (c: string) => /[\uff76-\uff84\uff8a-\uff8e]/.test(c);

/** Bytes of a character beyond ASCII. */
function lengthOf(name: string, lead: number, trail: number, isHalf: boolean): number {
  if (name === 'shift_jis' && isHalf) return 1;
  if (name === 'euc-jp' && lead === 0x8f) return 3;
  return name === 'gb18030' && trail < 0x40 ? 4 : 2;
}

type Kind = 'none' | 'small' | 'capital' | 'ascii' | 'ASCII' | 'letter';

function narrow({ letters, isLatin }: NarrowCandidate, text: string): number {
  const table = tableOf(letters, 0.98);
  let bits = 0;
  let before: Kind = 'none';
  let script: 'own' | 'ascii' | undefined;
  for (const [i, c] of [...text].entries()) {
    const small = c.toLowerCase();
    const rank = c < '\x80' ? undefined : table.get(small);
    const kind = rank === undefined ? kindOf(c) : c === small ? 'small' : 'capital';
    if (rank !== undefined) {
      bits += rank + (kind === 'capital' ? (before === 'capital' ? CAPITAL / 3 : CAPITAL) : 0);
      if (kind === 'capital' && (before === 'small' || before === 'ascii')) bits += INSIDE;
      if (isLatin) bits += LATIN_LETTER + (before === 'small' || before === 'capital' ? SIDE_BY_SIDE : 0);
      else if (script === 'ascii') bits += SWITCH_SCRIPT;
      script = 'own';
    } else if (c < '\x80') {
      bits += ASCII;
      if (kind === 'none') {
        before = kind;
        continue;
      }
      if (!isLatin && script === 'own') bits += SWITCH_SCRIPT;
      script = 'ascii';
    } else if (c < '\xa0') bits += NEVER;
    else {
      bits += SYMBOLS.includes(c) ? SIGN : OTHER;
      if (kind === 'none' && before !== 'none' && /\p{L}/u.test(text[i + 1] ?? '') && !JOINERS.includes(c))
        bits += INSIDE;
    }
    before = kind;
  }
  return bits;
}

const kindOf = (c: string): Kind =>
  /[a-z]/.test(c) ? 'ascii' : /[A-Z]/.test(c) ? 'ASCII' : /\p{L}/u.test(c) ? 'letter' : 'none';
