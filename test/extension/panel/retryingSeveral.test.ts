/** Two pictures that are read again at the same time. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { DecodedPicture } from '../../../src/worker/protocol/picture';
import { decoded } from './answers';
import { elsewhere, outcomes, readAgain } from './readAgainKit';
import { actions, lastState, session, startShowing } from './sessionKit';

let signals: AbortSignal[];
let waiting: ((pictures: DecodedPicture[]) => void)[];
let keys: [string, string];
beforeEach(async () => {
  await startShowing();
  const bytes = new Uint8Array(1);
  await session.showPictures(['a.png', 'b.png'].map((name) => ({ name, bytes, picture: decoded([name]) })));
  keys = lastState().pictures.map(({ key }) => key) as [string, string];
  signals = [];
  waiting = [];
  actions.decode.mockImplementation((_pictures, _options, signal) => {
    signals.push(signal!);
    return new Promise((resolve) => waiting.push(resolve));
  });
});
const readBoth = async () => {
  const runs = [readAgain({ key: keys[0], harder: true }), readAgain({ key: keys[1], request: 2 })];
  await vi.waitFor(() => expect(signals).toHaveLength(2));
  return Promise.all(runs);
};
const texts = () => lastState().pictures.map(({ symbols }) => symbols.map(({ text }) => text));

it('ends no reading of another one', async () => {
  const both = readBoth();
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  // A late wish about a picture that is no longer shown.
  await readAgain({ key: '0.0' });
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  for (const [i, answer] of waiting.entries()) answer([elsewhere(`more ${i}`)]);
  await both;
  expect(outcomes().map(({ key, found }) => [key, found])).toEqual([
    [keys[0], 1],
    [keys[1], 1],
  ]);
  expect(texts()).toEqual([
    ['a.png', 'more 0'],
    ['b.png', 'more 1'],
  ]);
});

it('cancels the one that is meant', async () => {
  const both = readBoth();
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  await session.receive({ type: 'cancelReading', key: keys[0] });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  for (const [i, answer] of waiting.entries()) answer([elsewhere(`more ${i}`)]);
  await both;
  expect(outcomes()).toMatchObject([{ key: keys[1], found: 1 }]);
  expect(texts()).toEqual([['a.png'], ['b.png', 'more 1']]);
});

it('ends the reading of one that is no longer shown', async () => {
  const both = readBoth();
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  await session.showPictures([{ name: 'c.png', bytes: new Uint8Array(1), picture: decoded([]) }]);
  const third = readAgain();
  await vi.waitFor(() => expect(waiting).toHaveLength(3));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
  for (const answer of waiting) answer([elsewhere('more')]);
  await Promise.all([both, third]);
  expect(texts()).toEqual([['more']]);
});
