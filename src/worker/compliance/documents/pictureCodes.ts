/** The codes that were read in a picture. */
import { secretInLine } from '../../protocol/pictureCodes';
import type { SecretKind } from '../../protocol/secretKind';
import type { Place } from '../model/value';

/** A code that holds a secret. */
export interface PictureCode {
  secret: SecretKind;
  /** From 1, as people count the codes of the picture. */
  number: number;
  place: Place;
}

export function readPictureCodes(uri: string, text: string): PictureCode[] {
  const codes: PictureCode[] = [];
  let start = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const secret = secretInLine(line);
    const end = start + line.length;
    if (secret) codes.push({ secret, number: i + 1, place: { uri, start: end - secret.length, end } });
    start = end + 1;
  }
  return codes;
}
