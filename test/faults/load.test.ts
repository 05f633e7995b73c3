import { expect, it } from 'vitest';
import { askAll } from './askAll';
import { windows } from './windows';

it('answers what a hundred windows ask at once: 1,000 requests, each once, each with its own answer', async () => {
  const { asked, answers } = await askAll(windows(100));
  expect(asked.filter(({ isRight }) => !isRight)).toEqual([]);
  expect([asked.length, answers]).toEqual([1000, 1000]);
}, 180_000);
