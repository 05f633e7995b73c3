/** The bytes of a symbol in a character set that the user has chosen. */
import { narrowCandidates, wideCandidates } from './candidates';
import { decodeAs } from './decodeAs';
import { eciNames } from './eciNames';

/** What can be chosen: all that a symbol can declare and all that are guessed, by name. */
const charsets: readonly string[] = [
  ...new Set([...Object.values(eciNames), ...[...wideCandidates, ...narrowCandidates].map(({ name }) => name)]),
]
  .filter((name) => name !== 'binary')
  .sort();

/** @param charset one that is not known reads as Latin-1, which gives every byte a character */
export function readBytes(bytes: Uint8Array, charset: string) {
  const name = charsets.includes(charset) ? charset : 'iso-8859-1';
  const strict = decodeAs(name, bytes, true);
  const text = (strict ?? decodeAs(name, bytes) ?? '').replace(/^\ufeff/, '');
  return { text, broken: strict === null, charsets };
}
