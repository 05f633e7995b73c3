/** Every line of a deployment that nobody would miss is known, with the reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scaffold } from '../../../../src/worker/compliance/scaffold/scaffold';
import { survivorsOf } from './survivorsOf';

/** One id a line, below the reason that holds for all of them. */
const listed = readFileSync(join(import.meta.dirname, 'survivors.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '));

it('what is taken away or made weaker is found, but for what is listed in survivors.txt', () => {
  const survivors = survivorsOf(scaffold({}, 'en'));
  expect(survivors.filter((id) => !listed.includes(id))).toEqual([]);
  // What is found now is no longer listed.
  expect(listed.filter((id) => !survivors.includes(id))).toEqual([]);
});

it('the list names each once', () => expect(listed.filter((id, i) => listed.indexOf(id) !== i)).toEqual([]));
