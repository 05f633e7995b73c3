/** How far a long run has come, kept in a file so that it can be stopped and taken up again. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { SLOW_MS } from './problemOf';

export interface Failure {
  /** The first file number that showed it. */
  file: number;
  problem: string;
  times: number;
  uri: string;
  text: string;
}

export interface KindState {
  sources: number;
  /** Files 0 to `done - 1` were judged. */
  done: number;
  failed: number;
  /** Processor time. */
  seconds: number;
  failures: Failure[];
}

export interface State {
  seed: number;
  kinds: Record<string, KindState>;
}

export const readState = (path: string, seed: number): State => {
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as State) : undefined;
  return known?.seed === seed ? known : { seed, kinds: {} };
};

export function writeState(path: string, state: State): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

export function markdown({ seed, kinds }: State): string {
  const rows = Object.entries(kinds).map(
    ([kind, { sources, done, failed, seconds }]) =>
      `| ${kind} | ${sources} | ${done.toLocaleString('en')} | ${failed} | ${seconds.toFixed(0)} |`,
  );
  return `# Damaged deployment files

Seed ${seed}. \`npx tsx bench/fuzzLint.ts\`: a failure is an exception, more than ${SLOW_MS} ms, a range outside the document or backwards,
an edit outside, over another edit, or without effect. Seconds are processor time.

| kind | files to damage | damaged | failures | seconds |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
