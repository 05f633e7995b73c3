/**
 * What the codes of a picture hold as a document: a line for each code, with the sort of its secret
 * and nothing of its text. So the linter judges pictures without decoding them, and no secret gets
 * into findings, baselines or reports.
 */
import { type DecodedPicture, withSecretParts } from './picture';
import { type SecretKind, secretKinds } from './secretKind';

const LINE = /^code \d+: ([a-z-]+)$/;

/** One entry a code: undefined where it holds no secret, and is no part of one. */
export const codesOf = ({ symbols, sets = [] }: Pick<DecodedPicture, 'symbols' | 'sets'>): (SecretKind | undefined)[] =>
  withSecretParts(symbols, sets).map(({ secret, secretKind }) => (secret ? (secretKind ?? 'password') : undefined));

/** Of a picture without codes, too: what a baseline has of it is then gone. */
const NONE = 'no code\n';

export const codesDocument = (codes: readonly (SecretKind | undefined)[]): string =>
  codes.length === 0 ? NONE : codes.map((kind, i) => `code ${i + 1}: ${kind ?? 'nothing'}\n`).join('');

export const isCodesDocument = (text: string): boolean => text === NONE || /^code 1: [a-z-]+(?:\n|$)/.test(text);

/** The sort of secret in a line of such a document. */
export const secretInLine = (line: string): SecretKind | undefined => {
  const named = LINE.exec(line)?.[1];
  return secretKinds.find((kind) => kind === named);
};
