/**
 * Decides a character set by looking at bytes of which nothing says what they are, and tells why.
 */
import type { DecodedSymbol } from '../../../protocol/picture';
import { narrowCandidates, wideCandidates } from './candidates';
import { decodeAs } from './decodeAs';
import { SIMPLIFIED } from './languages';
import { surpriseOf } from './surprise';

export type Charset = NonNullable<DecodedSymbol['charset']>;

const marks: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
];

/**
 * A byte order mark; else ASCII; UTF-8 when it is valid (other text hardly ever is, by chance);
 * else what explains the bytes best.
 */
export function guessCharset(bytes: Uint8Array): Charset {
  const marked = marks.find(
    ([name, mark]) => mark.every((b, i) => bytes[i] === b) && decodeAs(name, bytes, true) !== null,
  );
  if (marked) return { name: marked[0], from: 'guess', reason: 'byte-order-mark' };
  if (bytes.every((b) => b < 128)) return { name: 'us-ascii', from: 'ascii' };
  const utf8 = decodeAs('utf-8', bytes, true);
  if (utf8 !== null && !isChinese(utf8, bytes)) return { name: 'utf-8', from: 'guess', reason: 'valid-utf-8' };
  const scored = [...wideCandidates, ...narrowCandidates].map((candidate) => ({
    candidate,
    bits: surpriseOf(candidate, bytes),
  }));
  const { candidate } = scored.reduce((best, next) => (next.bits < best.bits ? next : best));
  const latin1 = candidate.name === 'windows-1252' && !bytes.some((b) => b >= 0x80 && b < 0xa0);
  return { name: latin1 ? 'iso-8859-1' : candidate.name, from: 'guess', reason: candidate.reason };
}

/** Made when they are first asked for: most texts do without. */
let known: { letters: Set<string>; commonChinese: Set<string> } | undefined;
const knownCharacters = () => {
  known ??= {
    letters: new Set(narrowCandidates.flatMap(({ letters }) => [...letters, ...letters.toUpperCase(), 'ơ', 'ư'])),
    commonChinese: new Set(SIMPLIFIED),
  };
  return known;
};

/**
 * UTF-8 of two bytes a character only, of which some are no letters of a living alphabet while in
 * GB 18030 all are common: some short Chinese texts are so.
 */
function isChinese(utf8: string, bytes: Uint8Array): boolean {
  if (/[\u0800-\u{10ffff}]/u.test(utf8)) return false;
  const { letters, commonChinese } = knownCharacters();
  return (
    [...utf8].some((c) => c > '\xff' && !letters.has(c)) &&
    [...(decodeAs('gb18030', bytes, true) ?? '\ufffd')].every((c) => c < '\x80' || commonChinese.has(c))
  );
}
