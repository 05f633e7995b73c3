/** What stands above the tree of the checklist. */
import { expect, it, vi } from 'vitest';
import { checklistMessage } from '../../../src/extension/features/checklistMessage';
import { checklistWords } from '../../../src/worker/compliance/assess/checklistWords';
import { rules } from '../../../src/worker/compliance/rules/index';
import type { Assessment } from '../../../src/worker/protocol/assessment';
import { assessTree } from '../../worker/compliance/assess/assessTree';

vi.mock('vscode', async () => (await import('./storageKit')).vscode);

const messageOf = (more: Partial<Assessment>, isEmpty = false) => {
  const assessment = { ...assessTree({ Dockerfile: 'FROM nginx:latest\n' }), ...more };
  return checklistMessage({ assessment, uris: {}, words: checklistWords(assessment, rules, 'en') }, isEmpty).split(
    '\n',
  );
};

it('counts, and says nothing else where nothing is missing', () => {
  expect(messageOf({})).toEqual([expect.stringMatching(/ \d+ · /)]);
});

it('says what the filter leaves, what was not judged, and what is wrong in configurations', () => {
  const first = [2, 2, 5].map((line) => ({ line, message: 'x' }));
  const broken = ['a', 'b', 'c', 'd'].map((path) => ({ path, ignored: 0, problems: { count: 7, first } }));
  const configs = [{ path: 'fine', ignored: 0 }, ...broken];
  expect(messageOf({ configs, notJudged: [{ path: 'e', reason: 'r' }] }, true)).toEqual([
    expect.stringMatching(/ \d+ · Nothing is left by this filter\.$/),
    'Files that could not be judged: 1. The report names them.',
    ...['a', 'b', 'c'].map((path) => `Problems in ${path}: 7 (line 2, 5). What is wrong there has no effect.`),
  ]);
});
