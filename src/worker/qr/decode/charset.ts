/** From the bytes of a symbol to text: what the symbol says itself (ECI), else what the bytes look like, with the reason. */

import type { DecodedSymbol } from '../../protocol/picture';
import { joinBytes } from '../../text/joinBytes';
import type { Chunk } from './bits/parseSegments';

export type Charset = NonNullable<DecodedSymbol['charset']>;

/** ECI designators of character sets (AIM ITS/04-023) and their names in the Encoding Standard. */
const ECI_NAMES: Record<number, string> = {
  0: 'ibm866',
  1: 'iso-8859-1',
  2: 'ibm866',
  3: 'iso-8859-1',
  4: 'iso-8859-2',
  5: 'iso-8859-3',
  6: 'iso-8859-4',
  7: 'iso-8859-5',
  8: 'iso-8859-6',
  9: 'iso-8859-7',
  10: 'iso-8859-8',
  11: 'windows-1254',
  12: 'iso-8859-10',
  13: 'windows-874',
  15: 'iso-8859-13',
  16: 'iso-8859-14',
  17: 'iso-8859-15',
  18: 'iso-8859-16',
  20: 'shift_jis',
  21: 'windows-1250',
  22: 'windows-1251',
  23: 'windows-1252',
  24: 'windows-1256',
  25: 'utf-16be',
  26: 'utf-8',
  27: 'us-ascii',
  28: 'big5',
  29: 'gb18030',
  30: 'euc-kr',
  32: 'gb18030',
};

/** Latin-1 byte for byte: the Encoding Standard's label of that name means windows-1252, which loses 0x80 to 0x9f. */
const latin1 = (bytes: Uint8Array) => Array.from(bytes, (b) => String.fromCharCode(b)).join('');

/** Text in a named character set; broken sequences become U+FFFD, unless `strict`, where they give null. */
export function decodeAs(name: string, bytes: Uint8Array, strict = false): string | null {
  if (name === 'iso-8859-1') return latin1(bytes);
  try {
    return new TextDecoder(name, { fatal: strict, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text of all chunks together and the character set of its bytes. */
export function chunksToText(chunks: readonly Chunk[]): { text: string; charset: Charset } {
  const unmarked = joinBytes(
    chunks.filter(({ mode, eci }) => mode === 'byte' && (eci === undefined || !(eci in ECI_NAMES))).map(({ bytes }) => bytes),
  );
  const guessed = guessCharset(unmarked);
  let named: Charset | undefined;
  const text = runsOf(chunks)
    .map(({ mode, eci, bytes }) => {
      if (mode === 'kanji') return decodeAs('shift_jis', bytes);
      if (mode === 'hanzi') return decodeAs('gb18030', bytes);
      if (mode !== 'byte') return latin1(bytes);
      const name = eci === undefined ? undefined : ECI_NAMES[eci];
      if (name) named = { name, from: 'eci' };
      return decodeAs(name ?? guessed.name, bytes);
    })
    .join('');
  const kanji = chunks.some(({ mode }) => mode === 'kanji');
  return {
    text,
    charset: named ?? (kanji && guessed.from === 'ascii' ? { name: 'shift_jis', from: 'guess', reason: 'kanji-mode' } : guessed),
  };
}

/** Byte chunks that follow each other under one designator are one run: a character may be cut in two. */
function runsOf(chunks: readonly Chunk[]): Chunk[] {
  const runs: Chunk[] = [];
  for (const chunk of chunks) {
    const last = runs.at(-1);
    if (last && last.mode === 'byte' && chunk.mode === 'byte' && last.eci === chunk.eci)
      runs[runs.length - 1] = { ...last, bytes: joinBytes([last.bytes, chunk.bytes]) };
    else runs.push(chunk);
  }
  return runs;
}

/**
 * Decides a character set by looking at the bytes: ASCII; UTF-8 when it is valid (other text hardly ever is, by chance); ISO-8859-1 when
 * bytes above 127 stand alone between ASCII; else Shift_JIS or GB18030, whichever is valid and gives the more common characters.
 */
export function guessCharset(bytes: Uint8Array): Charset {
  if (bytes.every((b) => b < 128)) return { name: 'us-ascii', from: 'ascii' };
  if (decodeAs('utf-8', bytes, true) !== null) return { name: 'utf-8', from: 'guess', reason: 'valid-utf-8' };
  if (!hasPairs(bytes)) return { name: 'iso-8859-1', from: 'guess', reason: 'single-high-bytes' };
  if (isVoicedKatakana(bytes) && decodeAs('shift_jis', bytes, true) !== null)
    return { name: 'shift_jis', from: 'guess', reason: 'voiced-katakana' };
  const candidates = [
    { name: 'gb18030', reason: 'common-chinese', score: commonShare(bytes, 'gb18030') },
    { name: 'shift_jis', reason: 'common-japanese', score: commonShare(bytes, 'shift_jis') },
  ].sort((a, b) => b.score - a.score);
  const [best] = candidates;
  if (best && best.score > MIN_COMMON) return { name: best.name, from: 'guess', reason: best.reason };
  return { name: 'iso-8859-1', from: 'guess', reason: 'nothing-else-fits' };
}

const MIN_COMMON = 0.3;

const hasPairs = (bytes: Uint8Array) =>
  bytes.some((b, i) => b > 127 && i + 1 < bytes.length && bytes[i + 1]! >= 0x40 && (bytes[i + 1]! > 127 || isLeadOnly(b)));

/** Bytes that ISO-8859-1 gives no printable character, but Shift_JIS and GB18030 use as first of a pair. */
const isLeadOnly = (b: number) => b >= 0x81 && b <= 0x9f;

/** Half-width katakana with a voicing mark behind a syllable that can be voiced, and no byte that Shift_JIS would not use for them. */
function isVoicedKatakana(bytes: Uint8Array): boolean {
  const voiced = bytes.some((b, i) => (b === 0xde || b === 0xdf) && isVoiceable(bytes[i - 1] ?? 0));
  return voiced && bytes.every((b, i) => b < 0x80 || (b >= 0xa1 && b <= 0xdf) || isLeadOnly(b) || isLeadOnly(bytes[i - 1] ?? 0));
}

const isVoiceable = (b: number) => (b >= 0xb6 && b <= 0xc4) || (b >= 0xca && b <= 0xce);

/** Of the characters beyond ASCII, the share that is common in that language's text; 0 when the bytes are not valid. */
function commonShare(bytes: Uint8Array, name: 'gb18030' | 'shift_jis'): number {
  if (decodeAs(name, bytes, true) === null) return 0;
  let common = 0;
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 128) continue;
    count++;
    if (name === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf) {
      common += 0.25;
      continue;
    }
    const trail = bytes[++i] ?? 0;
    if (name === 'gb18030') {
      // Level 1 of GB 2312 and its punctuation; letters and the rest of GB 2312 count a little.
      const inGb2312 = lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1;
      if (inGb2312) common += (lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3 ? 1 : 0.3;
    } else if (lead === 0x82 || lead === 0x83 || lead === 0x81) common += 1;
    else if (lead >= 0x88 && lead <= 0x97) common += 0.9;
    else if (lead >= 0x98 && lead <= 0x9f) common += 0.3;
  }
  return common / Math.max(1, count);
}
