/** Every line of a deployment that nobody would miss is known, with the reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scaffold } from '../../../../src/worker/compliance/scaffold/scaffold';
import type { ScaffoldAnswers, ScaffoldFile } from '../../../../src/worker/protocol/scaffold';
import { survivorsOf } from './survivorsOf';

/** One id a line, below the reason that holds for all of them. */
const listed = readFileSync(join(import.meta.dirname, 'survivors.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '));

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const deployment = scaffold({}, 'en');
/** Files that other answers change, among all of that deployment. */
const survivorsWith = (answers: ScaffoldAnswers): string[] => {
  const files = scaffold(answers, 'en');
  const isKnown = ({ path, text }: ScaffoldFile) => deployment.some((one) => one.path === path && one.text === text);
  return survivorsOf(
    files,
    files.filter((file) => !isKnown(file)),
  );
};

it('what is taken away or made weaker is found, but for what is listed in survivors.txt', () => {
  const survivors = new Set([
    ...survivorsOf(deployment),
    ...survivorsWith({ ci: 'gitlab' }),
    ...survivorsWith({ 'python-digest': digest, 'proxy-digest': digest }),
  ]);
  expect([...survivors].filter((id) => !listed.includes(id))).toEqual([]);
  // What is found now is no longer listed.
  expect(listed.filter((id) => !survivors.has(id))).toEqual([]);
});

it('the list names each once', () => expect(listed.filter((id, i) => listed.indexOf(id) !== i)).toEqual([]));
