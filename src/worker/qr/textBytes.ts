/** A text as UTF-8, or the fault that no symbol can carry it. */
import { fault } from '../protocol/errors';
import { maxParts } from './headers';
import { byteCapacities, maxCharacters, maxVersion } from './limits';
import { leastBits } from './segmentText';
import { dataCodewords } from './standard';

const encoder = new TextEncoder();

/**
 * The bytes of `text`, exactly as it is: nothing trimmed, no line end changed, control characters
 * kept.
 * @param longest characters; a longer text is refused before anything is encoded
 * @throws text-empty, text-lone-surrogate, text-too-long, set-too-long
 */
export function textBytes(text: string, longest = maxCharacters): Uint8Array {
  if (text === '') throw fault('text-empty');
  const index = loneSurrogate(text);
  if (index >= 0) throw fault('text-lone-surrogate', { index, hex: text.charCodeAt(index).toString(16).toUpperCase() });
  if (text.length > maxCharacters * maxParts) throw setTooLong(utf8Length(text));
  const bytes = encoder.encode(text);
  if (text.length > longest) throw textTooLong(bytes);
  return bytes;
}

/**
 * The fault for a text that no symbol of `version` holds: another one where not even a set does, so
 * that nobody divides it in vain.
 */
export function textTooLong(bytes: Uint8Array, version = maxVersion): Error {
  const roomOfSet = maxParts * dataCodewords(version, 'L') * 8;
  return leastBits(bytes) > roomOfSet ? setTooLong(bytes.length, version) : tooLong('text-too-long', bytes, version);
}

/** The same for bytes, which are never divided. */
export const bytesTooLong = (bytes: Uint8Array, version = maxVersion): Error =>
  tooLong('bytes-too-long', bytes, version);

export const setTooLong = (bytes: number, version = maxVersion): Error =>
  fault('set-too-long', { bytes, max: maxParts, version });

function tooLong(code: 'text-too-long' | 'bytes-too-long', { length: bytes }: Uint8Array, version: number): Error {
  const { L: maxL, M: maxM, Q: maxQ, H: maxH } = byteCapacities(version);
  return fault(code, { bytes, version, maxL, maxM, maxQ, maxH });
}

/** @throws option-invalid for what is no version of QR Code */
export function checkVersion(version: number | undefined): void {
  if (version !== undefined && !(Number.isInteger(version) && version >= 1 && version <= maxVersion))
    throw fault('option-invalid', { option: 'version', value: version, expected: `1-${maxVersion}` });
}

/** Position of the first surrogate without its partner, or -1. */
export function loneSurrogate(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return i;
    i++;
  }
  return -1;
}

/** Bytes as UTF-8 without making them. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) i++;
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit < 0xd800 || unit > 0xdfff ? 3 : 4;
  }
  return bytes;
}
