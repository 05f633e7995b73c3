/**
 * From the segments of a symbol to text: what the symbol says itself (ECI), else what the bytes
 * look like, with the reason.
 */
import { joinBytes } from '../../../text/joinBytes';
import type { Chunk } from '../bits/parseSegments';
import { decodeAs } from './decodeAs';
import { eciNames } from './eciNames';
import { type Charset, guessCharset } from './guessCharset';

/** Chunks in a row that are understood together: a character may be cut between two. */
interface Run {
  /** Of the character set; `guess` when nothing says it. */
  name: string;
  chunks: Chunk[];
}

/** Text of all chunks together and the character set of its bytes. */
export function chunksToText(chunks: readonly Chunk[]): { text: string; charset: Charset } {
  const runs = runsOf(chunks);
  const unmarked = runs.filter(({ name }) => name === 'guess').flatMap((run) => run.chunks);
  const { charset, isWhole } = guessUnmarked(unmarked);
  const text = runs
    .map(({ name, chunks }) => {
      if (name !== 'guess') return decodeMarked(name, chunks);
      return isWhole ? decode(charset.name, bytesOf(chunks)) : decodeApart(charset.name, chunks);
    })
    .join('');
  const declared = chunks.findLast(({ mode, eci }) => mode === 'byte' && eci !== undefined && eciNames[eci]);
  return { text, charset: declared ? { name: eciNames[declared.eci!]!, from: 'eci' } : charset };
}

const bytesOf = (chunks: readonly Chunk[]) => joinBytes(chunks.map(({ bytes }) => bytes));

/** Without a byte order mark, which is no text. */
const decode = (name: string, bytes: Uint8Array) => (decodeAs(name, bytes) ?? '').replace(/^\ufeff/, '');

const nameOf = ({ mode, eci }: Chunk) =>
  mode === 'hanzi' ? 'hanzi' : ((eci === undefined ? undefined : eciNames[eci]) ?? 'guess');

function runsOf(chunks: readonly Chunk[]): Run[] {
  const runs: Run[] = [];
  for (const chunk of chunks) {
    const name = nameOf(chunk);
    const last = runs.at(-1);
    if (last?.name === name) last.chunks.push(chunk);
    else runs.push({ name, chunks: [chunk] });
  }
  return runs;
}

/**
 * Kanji are Shift_JIS, whatever an ECI says, unless the whole is UTF-8 as it says; digits and
 * letters are ASCII.
 */
function decodeMarked(name: string, chunks: readonly Chunk[]): string {
  if (name === 'hanzi') return decode('gb18030', bytesOf(chunks));
  const whole =
    name === 'utf-8' && chunks.some(({ mode }) => mode === 'kanji') ? decodeAs(name, bytesOf(chunks), true) : null;
  return whole ?? decodeApart(name, chunks);
}

/**
 * Bytes in the given character set, kanji as the standard has them; what has one character set in a
 * row is joined.
 */
function decodeApart(name: string, chunks: readonly Chunk[]): string {
  // Letters and digits may be the second byte of a character, but not where each character has two
  // bytes or more.
  const ascii = /^utf-(16|32)/.test(name) ? 'us-ascii' : name;
  const nameOfMode = ({ mode }: Chunk) => (mode === 'kanji' ? 'shift_jis' : mode === 'byte' ? name : ascii);
  let text = '';
  for (let i = 0, end = 0; i < chunks.length; i = end) {
    const own = nameOfMode(chunks[i]!);
    while (end < chunks.length && nameOfMode(chunks[end]!) === own) end++;
    text += decode(own, bytesOf(chunks.slice(i, end)));
  }
  return text;
}

/**
 * The character set of chunks of which nothing is said. Some encoders put any two bytes that fit
 * into kanji mode, be they UTF-8 or GB 18030: so the bytes are looked at as a whole where that
 * makes more of them than kanji and bytes apart.
 */
function guessUnmarked(chunks: readonly Chunk[]): { charset: Charset; isWhole: boolean } {
  const bytes = bytesOf(chunks);
  const whole = guessCharset(bytes);
  const kanji = chunks.filter(({ mode }) => mode === 'kanji');
  if (!kanji.length || whole.name === 'utf-8') return { charset: whole, isWhole: true };
  const rest = guessCharset(bytesOf(chunks.filter(({ mode }) => mode !== 'kanji')));
  const apart = decodeApart(rest.name, chunks);
  if (apart.includes('\ufffd') && decodeAs(whole.name, bytes, true) !== null) return { charset: whole, isWhole: true };
  const isMixed = rest.from !== 'ascii' && rest.name !== 'utf-8';
  if (isMixed && decodeAs(whole.name, bytes, true) !== null && WIDE.has(whole.name))
    return { charset: whole, isWhole: true };
  if (rest.from === 'ascii')
    return { charset: { name: 'shift_jis', from: 'guess', reason: 'kanji-mode' }, isWhole: false };
  return { charset: rest, isWhole: false };
}

const WIDE = new Set(['gb18030', 'shift_jis']);
