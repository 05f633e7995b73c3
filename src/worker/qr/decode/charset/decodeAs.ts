/** Bytes to text in a named character set, the same in every runtime. */
import { singleBytes } from './singleBytes';

/**
 * @param name as in `eciNames`
 * @param strict broken sequences give null; else each becomes U+FFFD
 * @returns the text, a byte order mark included; null for a name that the runtime does not know
 */
export function decodeAs(name: string, bytes: Uint8Array, strict = false): string | null {
  const single = singleBytes[name];
  const text = single
    ? Array.from(bytes, single).join('')
    : name.startsWith('utf-32')
      ? utf32(bytes, name === 'utf-32le')
      : undefined;
  if (text !== undefined) return strict && text.includes('\ufffd') ? null : text;
  try {
    return new TextDecoder(name, { fatal: strict, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    text += code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
  }
  return bytes.length % 4 ? `${text}\ufffd` : text;
}
