/** What is kept of pictures over the end of the editor. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureCache } from '../../../src/extension/features/pictureCache';
import { timeLeft } from '../../../src/extension/features/timeLeft';
import type { DecodedPicture } from '../../../src/worker/protocol/picture';

const stamp = { mtime: 1, size: 2 };
const empty: DecodedPicture = { width: 1, height: 1, ms: 0, symbols: [] };

it('never fails on a damaged file, and takes nothing from it that it did not write', () => {
  const cache = pictureCache('1');
  cache.keep('file:///a.png', stamp, 'aa', empty);
  const text = cache.text();
  fc.assert(
    fc.property(fc.nat(text.length), fc.string(), fc.nat(20), (at, noise, cut) => {
      const damaged = pictureCache('1', text.slice(0, at) + noise + text.slice(at + cut));
      const found = damaged.withStamp('file:///a.png', stamp);
      if (found) expect(Array.isArray(found.symbols)).toBe(true);
    }),
  );
  const wrong = [
    '["result","aa","{\\"width\\":1,\\"height\\":1,\\"symbols\\":[{\\"text\\":1}]}"]',
    '["result","aa","}{"]',
  ];
  for (const line of wrong)
    expect(
      pictureCache('1', ['["reader","1"]', '["file","u",1,2,"aa"]', line].join('\n')).withStamp('u', stamp),
    ).toBeUndefined();
});

it('is bounded: the oldest go first', () => {
  const cache = pictureCache('1');
  const long = 'x'.repeat(100_000);
  for (let i = 0; i < 400; i++)
    cache.keep(`u${i}`, stamp, `h${i}`, { ...empty, notes: [{ code: 'internal', message: long }] });
  expect(cache.text().length).toBeLessThan(20_000_000);
  expect(cache.withStamp('u0', stamp)).toBeUndefined();
  expect(cache.withStamp('u399', stamp)).toBeDefined();
});

it('keeps no failure, no search that was cut off, and no part of a set', () => {
  const cache = pictureCache('1');
  const part = { index: 0, count: 2, parity: 1 };
  const [symbol] = [{ text: 'a', secret: false, bytes: new Uint8Array(), format: 'QRCode', engine: '', attempt: '' }];
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const satisfies unknown;
  const pictures: DecodedPicture[] = [
    { ...empty, error: { code: 'internal', message: '' } },
    { ...empty, cutOff: true },
    { ...empty, symbols: [{ ...symbol!, corners: corners.map(([x, y]) => [x, y]) as never, part }] },
  ];
  for (const [i, picture] of pictures.entries()) {
    cache.keep('u', stamp, `h${i}`, picture);
    expect(cache.withStamp('u', stamp)).toBeUndefined();
  }
});

it('trusts no time that a file system does not know', () => {
  const cache = pictureCache('1');
  cache.keep('u', { mtime: 0, size: 2 }, 'h', empty);
  expect(cache.withStamp('u', { mtime: 0, size: 2 })).toBeUndefined();
  expect(cache.withHash('u', stamp, 'h')).toEqual(empty);
});

it('tells what it has learnt since it was saved, and nothing else', () => {
  const cache = pictureCache('1');
  expect(cache.isChanged()).toBe(false);
  cache.keep('u', stamp, 'h', empty);
  expect(cache.isChanged()).toBe(true);
  const again = pictureCache('1', cache.text());
  for (const known of [cache, again]) {
    known.withStamp('u', stamp);
    known.withHash('u', stamp, 'h');
    known.keep('u', stamp, 'h', empty);
    expect(known.isChanged()).toBe(false);
    known.withHash('u', { ...stamp, mtime: 3 }, 'h');
    expect(known.isChanged()).toBe(true);
  }
});

it('estimates once something is known, in steps that a person reads', () => {
  expect(timeLeft(0, 100, 5000)).toBeUndefined();
  expect(timeLeft(10, 100, 500)).toBeUndefined();
  expect(timeLeft(100, 100, 10_000)).toBe(10);
  expect(timeLeft(100, 333, 10_000)).toBe(35);
  expect(timeLeft(100, 10_000, 10_000)).toBe(1020);
  expect(timeLeft(1000, 1, 3000)).toBe(1);
  expect(timeLeft(10, 0, 3000)).toBe(0);
});
