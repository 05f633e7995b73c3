/**
 * Edits in the bytes of a text file: what is not replaced stays byte for byte, whatever its
 * encoding.
 */
import { decodeText, type Encoding, type FileText } from './decodeText';
import { encodeGb18030, gb18030Character } from './gb18030';
import { joinBytes } from './joinBytes';

/** In UTF-16 units of the text. */
export interface Span {
  start: number;
  end: number;
  newText: string;
}

/**
 * @param spans in order, not overlapping
 * @returns undefined where the encoding is not known or cannot hold the new text: then the file is
 * not to be written
 */
export function spliceBytes(
  bytes: Uint8Array,
  { text, encoding, markLength }: FileText,
  spans: readonly Span[],
): Uint8Array | undefined {
  if (encoding === 'unknown') return undefined;
  const parts: Uint8Array[] = [];
  let expected = '';
  let keptUnits = 0;
  let keptBytes = 0;
  let units = 0;
  let at = markLength;
  const byteOf = (unit: number): number => {
    while (units < unit) {
      const [length, count] = characterAt(bytes, at, encoding);
      at += length;
      units += count;
    }
    return at;
  };
  for (const { start, end, newText } of spans) {
    const inserted = encode(newText, encoding);
    if (!inserted) return undefined;
    parts.push(bytes.subarray(keptBytes, byteOf(start)), inserted);
    expected += text.slice(keptUnits, start) + newText;
    keptUnits = end;
    keptBytes = byteOf(end);
  }
  parts.push(bytes.subarray(keptBytes));
  const out = joinBytes(parts);
  // The proof that nothing else changed: the new bytes say exactly the new text.
  return decodeText(out).text === expected + text.slice(keptUnits) ? out : undefined;
}

function characterAt(bytes: Uint8Array, at: number, encoding: Encoding): [bytes: number, units: number] {
  if (encoding === 'gb18030') return gb18030Character(bytes, at);
  if (encoding !== 'utf-8') return [2, 1];
  const lead = bytes[at]!;
  return lead < 0x80 ? [1, 1] : lead < 0xe0 ? [2, 1] : lead < 0xf0 ? [3, 1] : [4, 2];
}

function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'gb18030') return encodeGb18030(text);
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}
