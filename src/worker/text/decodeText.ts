/** The bytes of a text file as text, whatever editor wrote them. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'unknown';

export interface FileText {
  /** Without byte order mark; U+FFFD for what is not known. */
  text: string;
  encoding: Encoding;
  /** Bytes of the byte order mark. */
  markLength: number;
}

/**
 * An editor that opened a file in a wrong encoding shows, and would save, replacement characters.
 */
export const isDamaged = (text: string): boolean => text.includes('\ufffd');

const MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * UTF-8, or UTF-16 by its mark or its zero bytes, or GB 18030 where the bytes are no UTF-8: each
 * only when every byte fits. Anything else is `unknown`: its ASCII is kept in place, and such bytes
 * are not to be written back.
 */
export function decodeText(bytes: Uint8Array): FileText {
  const mark = MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  const markLength = mark?.[1].length ?? 0;
  const content = bytes.subarray(markLength);
  const encoding = mark?.[0] ?? unmarkedUtf16(bytes) ?? 'utf-8';
  const text = strictly(content, encoding);
  if (text !== undefined) return { text, encoding, markLength };
  const chinese = encoding === 'utf-8' && !mark && !looksLatin(bytes) ? strictly(bytes, 'gb18030') : undefined;
  if (chinese !== undefined) return { text: chinese, encoding: 'gb18030', markLength };
  return {
    text: encoding === 'utf-8' ? asciiOf(content) : loosely(content, encoding),
    encoding: 'unknown',
    markLength,
  };
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const loosely = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

/** One character for each byte, so that every place stays where it is. */
const asciiOf = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(bytes).replace(/[^\0-\x7f]/g, '\ufffd');

const LOOKED_AT = 4096;

/** ASCII in UTF-16 has a zero byte in every unit, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, LOOKED_AT);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) * 20 < length) return undefined;
  if (odd > even * 8) return 'utf-16le';
  return even > odd * 8 ? 'utf-16be' : undefined;
}

/**
 * Western letters among ASCII letters are, byte for byte, rare Chinese characters; in Chinese text
 * few characters look like that.
 */
function looksLatin(bytes: Uint8Array): boolean {
  let pairs = 0;
  let latin = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x81) continue;
    const next = bytes[++i] ?? 0;
    pairs++;
    if (byte >= 0xc0 && ((next >= 0x41 && next <= 0x5a) || (next >= 0x61 && next <= 0x7a))) latin++;
    else if (next >= 0x30 && next <= 0x39) i += 2;
  }
  return latin * 2 > pairs;
}
