/** Downloads that a signature vouches for. */
import type { DockerInstruction } from './dockerfile';
import { type Dockerfile, instructionText, type Stage } from './stages';

const ENDS = ['.asc', '.minisig', '.sig', '.sign'];
const CHECK = /\bgpg2?\b[^\n;|]*--verify\b|\bgpgv\b|\bminisign\b|\bcosign verify-blob\b/;

/** What others are checked with. */
export const isSignature = (address: string): boolean =>
  ENDS.some((end) =>
    address
      .replace(/[?#].*$/s, '')
      .toLowerCase()
      .endsWith(end),
  );

/**
 * Whether a later RUN of the stage names the file's signature to a program that compares the two.
 */
export function isSignatureChecked(
  file: Dockerfile,
  { instructions }: Stage,
  add: DockerInstruction,
  source: string,
): boolean {
  const name = source.slice(source.lastIndexOf('/') + 1);
  if (name === '') return false;
  const later = instructions.slice(instructions.indexOf(add) + 1).filter((i) => i.keyword === 'RUN');
  return later.some((run) => {
    const text = instructionText(file, run);
    return CHECK.test(text) && ENDS.some((end) => text.includes(name + end));
  });
}
