import { expect, test } from 'vitest';
import { toldFiles } from '../../../src/worker/service/toldFiles';

const files = (texts: Record<string, string | null>, damaged: string[] = []) => ({
  text: (uri: string) => texts[uri],
  isEditable: (uri: string) => !damaged.includes(uri),
});

test('only what is not as it was told is told again', () => {
  const { newsFor } = toldFiles();
  const texts: Record<string, string | null> = { a: 'A', none: null };
  const keys = (job: number, addresses: string[], damaged?: string[]) => [
    ...newsFor(job, addresses, files(texts, damaged)).keys(),
  ];
  expect(keys(1, ['a', 'none', 'unknown'])).toEqual(['a', 'none']);
  expect(keys(2, ['a', 'none', 'unknown'])).toEqual([]);
  texts.a = 'B';
  expect(keys(3, ['a', 'none'])).toEqual(['a']);
  expect(keys(4, ['a', 'none'], ['a'])).toEqual(['a']);
});

test('a job that was done before the thread was told is not done with what it was told', () => {
  const { newsFor, isCurrent } = toldFiles();
  const old = files({ a: 'old' });
  const now = files({ a: 'new' });
  newsFor(1, ['a'], old);
  newsFor(2, ['b'], old);
  expect(isCurrent(1, ['a'], old)).toBe(true);
  expect(isCurrent(1, ['a'], now)).toBe(false);
  newsFor(3, ['a'], now);
  // The thread knows it now, but did not when it was asked for these.
  expect([1, 2, 3].map((job) => isCurrent(job, ['a'], now))).toEqual([false, false, true]);
});
