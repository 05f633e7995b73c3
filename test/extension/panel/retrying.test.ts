/** What the page asks of pictures that are to be read again. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { DecodedPicture } from '../../../src/worker/protocol/picture';
import { decoded } from './answers';
import { elsewhere, outcomes, readAgain } from './readAgainKit';
import { actions, lastState, notices, platform, sent, session, startShowing, view } from './sessionKit';

beforeEach(startShowing);

const options = () => actions.decode.mock.calls.map(([, wanted]) => wanted);

it('reads what the tools make of a picture: at once, then with all that the settings say', async () => {
  const changed = { data: new Uint8Array(4), width: 2, height: 2 };
  actions.decode.mockResolvedValueOnce([{ ...decoded([]), changed, tried: ['engine'] }]);
  actions.decode.mockResolvedValueOnce([{ ...decoded([]), tried: ['engine', 'gamma-2'], cutOff: true }]);
  const { key } = lastState().pictures[0]!;
  await readAgain({ invert: true, crop: { x: 1, y: 2, width: 3, height: 4 } });
  const tools = [{ kind: 'crop', x: 1, y: 2, width: 3, height: 4 }, { kind: 'invert' }];
  expect(options()).toMatchObject([{ tools, effort: 'fast' }, { tools }]);
  expect(options()[1]).not.toHaveProperty('effort');
  expect(sent.at(-2)).toEqual({ type: 'changedPicture', key, request: 1, changed });
  expect(outcomes()).toEqual([
    {
      type: 'readAgain',
      key,
      request: 1,
      found: 0,
      tried: ['attemptPlain', 'attemptDarker'],
      cutOff: true,
    },
  ]);
});

it('adds what is new to what was read before, and keeps the picture’s key', async () => {
  const { key } = lastState().pictures[0]!;
  const more = elsewhere('new');
  more.symbols[0]!.after = ['invert'];
  more.symbols.push(...decoded(['https://example.org']).symbols);
  actions.decode.mockResolvedValueOnce([more]);
  const before = view();
  await readAgain({ invert: true });
  expect(lastState().pictures).toMatchObject([
    {
      key,
      symbols: [
        { text: 'https://example.org', after: [] },
        { text: 'new', after: ['invert'] },
      ],
    },
  ]);
  expect(view()).toBe(before + 1);
  expect(outcomes()).toMatchObject([{ key, found: 1 }]);
  await session.showPictures([{ name: 'q.png', picture: decoded([]) }]);
  expect(lastState().pictures[0]!.key).not.toBe(key);
});

it('searches thoroughly with a time limit of its own, and for other codes', async () => {
  actions.decode.mockResolvedValue([decoded([])]);
  await readAgain({ harder: true });
  expect(options()).toEqual([{ effort: 'thorough', timeoutMs: 60_000 }]);
  await readAgain({ otherCodes: true });
  // Without tools there is nothing to show first, so it is searched once, as the settings say.
  expect(options().slice(1)).toEqual([{ formats: 'all' }]);
});

it('goes on where the first look reads only what is known', async () => {
  actions.decode.mockResolvedValueOnce([decoded(['https://example.org'])]);
  actions.decode.mockResolvedValueOnce([elsewhere('small')]);
  await readAgain({ invert: true });
  expect(options()).toHaveLength(2);
  expect(options()[1]).not.toHaveProperty('effort');
  expect(outcomes()).toMatchObject([{ found: 1 }]);
});

it('takes the place of an answer that was an error', async () => {
  const error = { code: 'decode-timeout' as const, message: 'too slow' };
  await session.showPictures([{ name: 'p.png', bytes: new Uint8Array(1), picture: { ...decoded([]), error } }]);
  actions.decode.mockResolvedValueOnce([elsewhere('late')]);
  await readAgain({ harder: true });
  expect(lastState().pictures[0]).toMatchObject({ symbols: [{ text: 'late' }] });
  expect(lastState().pictures[0]!.error).toBeUndefined();
});

it('ends an older wish for a newer one, and on cancel', async () => {
  const signals: AbortSignal[] = [];
  const waiting: ((pictures: DecodedPicture[]) => void)[] = [];
  actions.decode.mockImplementation((_pictures, _options, signal) => {
    signals.push(signal!);
    return new Promise((resolve) => waiting.push(resolve));
  });
  const first = readAgain({ invert: true });
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  const second = readAgain({ request: 2 });
  await vi.waitFor(() => expect(signals).toHaveLength(2));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  waiting[0]!([elsewhere('stale')]);
  await first;
  await session.receive({ type: 'cancelReading', key: lastState().pictures[0]!.key });
  expect(signals[1]!.aborted).toBe(true);
  waiting[1]!([elsewhere('cancelled')]);
  await second;
  expect(outcomes()).toEqual([]);
  expect(lastState().pictures[0]!.symbols).toHaveLength(1);
});

it('answers a wish that comes while an older one is being shown, and loses nothing that was found', async () => {
  let joined: () => void = () => {};
  const old = lastState().pictures[0]!.key;
  actions.decode.mockResolvedValueOnce([elsewhere('first')]);
  const other = elsewhere('second');
  for (const corner of other.symbols[0]!.corners) corner[1] += 100;
  actions.describe.mockImplementationOnce(() => new Promise((resolve) => (joined = () => resolve([]))));
  const first = readAgain();
  await vi.waitFor(() => expect(actions.describe).toHaveBeenCalledTimes(2));
  actions.decode.mockResolvedValueOnce([other]);
  const second = readAgain({ key: old, request: 2 });
  await vi.waitFor(() => expect(actions.decode).toHaveBeenCalledTimes(2));
  await new Promise((resolve) => setTimeout(resolve));
  joined();
  await Promise.all([first, second]);
  expect(lastState().pictures[0]!.symbols.map(({ text }) => text)).toEqual(['https://example.org', 'first', 'second']);
  expect(outcomes()).toMatchObject([{ request: 2, found: 1 }]);
});

it('drops an answer about a picture that is no longer shown', async () => {
  let answer: (pictures: DecodedPicture[]) => void = () => {};
  actions.decode.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const running = readAgain();
  await vi.waitFor(() => expect(actions.decode).toHaveBeenCalled());
  await session.showPictures([{ name: 'other.png', picture: decoded([]) }]);
  answer([elsewhere('stale')]);
  await running;
  expect(lastState().pictures).toMatchObject([{ name: 'other.png', symbols: [] }]);
});

it('says so when the picture is gone, and does nothing about one that is not there', async () => {
  platform.readFile = async () => {
    throw new Error('gone');
  };
  await readAgain();
  expect(outcomes()).toMatchObject([{ found: 0, error: 'That did not work: gone' }]);
  expect(notices()).toEqual(['error']);
  await readAgain({ key: '7.7' });
  await session.showPictures([{ name: 'nowhere.png', picture: decoded([]) }]);
  await readAgain();
  expect(outcomes().slice(1)).toMatchObject([{ found: 0, error: platform.notices.pictureGone }]);
  expect(actions.decode).not.toHaveBeenCalled();
});

it.each([
  { degrees: 361 },
  { degrees: Number.NaN },
  { crop: { x: 0, y: 0, width: 0, height: 1 } },
  { crop: { x: 0, y: 0, width: 1, height: Number.POSITIVE_INFINITY } },
  { corners: [[0, 0]] },
  {
    corners: [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 2e6],
    ],
  },
  { invert: 'yes' },
  { threshold: 256 },
  { tools: [] },
])('refuses tools that cannot be: %j', async (more) => {
  await readAgain(more);
  expect(actions.decode).not.toHaveBeenCalled();
  expect(notices()).toEqual(['error']);
});
