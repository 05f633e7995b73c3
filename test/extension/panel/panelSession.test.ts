import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decoded } from './answers';
import {
  actions,
  answer,
  kept,
  lastState,
  notices,
  options,
  platform,
  savedOf,
  sent,
  session,
  show,
  startSession,
  startShowing,
  view,
} from './sessionKit';

beforeEach(startSession);

describe('showing', () => {
  it('sends cards, and a new view each time', async () => {
    await show('a', '');
    const first = lastState();
    expect(first).toMatchObject({ tab: 'make', symbols: [{ text: 'a' }, { error: 'none' }] });
    await session.showPictures([{ name: 'p.png', uri: 'file:///p.png', picture: decoded(['x']) }]);
    expect(lastState()).toMatchObject({ tab: 'read', symbols: [{ text: 'a' }, {}], pictures: [{ name: 'p.png' }] });
    expect(lastState().view).toBeGreaterThan(first.view);
  });

  it('saves inputs without secrets, bytes and dropped pictures', async () => {
    await session.make([
      { text: 'a' },
      { text: 'WIFI:T:WPA;S:s;P:secret;;' },
      { bytes: new Uint8Array([0]), name: 'x.bin' },
    ]);
    expect(lastState().symbols[2]).toMatchObject({ fileName: 'x.bin', text: '' });
    await session.showPictures([
      { name: 'p.png', uri: 'file:///p.png', picture: decoded([]) },
      { name: 'dropped', bytes: new Uint8Array(1), picture: decoded([]) },
    ]);
    expect(lastState().saved).toEqual(
      savedOf({ tab: 'read', symbols: [kept('a')], pictures: [{ uri: 'file:///p.png', tools: null }] }),
    );
  });

  it('shows the newest of two requests, whichever is answered last', async () => {
    const finish: (() => void)[] = [];
    actions.encode.mockImplementation(
      (sources) => new Promise((resolve) => finish.push(() => resolve(sources.map((source) => answer(source, 'H'))))),
    );
    const both = [show('old'), show('new')];
    finish[1]!();
    finish[0]!();
    await Promise.all(both);
    expect(lastState().symbols.map(({ text }) => text)).toEqual(['new']);
  });
});

describe('restoring', () => {
  it('encodes and decodes again, in order', async () => {
    const symbols = [kept('a'), kept('b', 'L'), kept('c'), { ...kept('de', 'M'), split: true }];
    const other = { ...options, marginModules: 6 };
    await session.restore(
      savedOf({ tab: 'read', symbols, options: other, pictures: [{ uri: 'file:///x/one%20two.png', tools: null }] }),
    );
    expect(sent[0]).toMatchObject({ state: { busy: true } });
    const state = lastState();
    expect(state).toMatchObject({ busy: false, tab: 'read', pictures: [{ name: 'one two.png' }] });
    expect(state.symbols.map(({ text, wantedLevel }) => text + wantedLevel)).toEqual(['aH', 'bL', 'cH', 'dM', 'eM']);
    expect(state.options).toEqual(other);
    expect(state.saved.symbols).toMatchObject(symbols.map(({ text, split }) => ({ text, split })));
  });

  it('leaves out a picture that is gone, and takes a name that is no valid escape', async () => {
    platform.readFile = vi.fn(async (uri: string) => {
      if (uri.endsWith('gone.png')) throw new Error('no such file');
      return new Uint8Array(1);
    });
    await session.restore(
      savedOf({
        tab: 'read',
        pictures: [
          { uri: 'file:///gone.png', tools: null },
          { uri: 'file:///100%.png', tools: null },
        ],
      }),
    );
    expect(lastState().pictures.map(({ name }) => name)).toEqual(['100%.png']);
  });

  it('ends with a message, not in silence, when the worker fails', async () => {
    actions.encode.mockRejectedValue(new Error('worker stopped'));
    await session.restore(savedOf({ symbols: [kept('a')] }));
    expect(lastState().busy).toBe(false);
    expect(notices()).toEqual(['error']);
  });

  it('does not overwrite what was shown in the meantime', async () => {
    let finish = () => {};
    actions.encode.mockImplementationOnce(
      (sources) =>
        new Promise((resolve) => {
          finish = () => resolve(sources.map((source) => answer(source, 'H')));
        }),
    );
    const done = session.restore(savedOf({ symbols: [kept('old')] }));
    await show('new');
    finish();
    await done;
    expect(lastState().symbols.map(({ text }) => text)).toEqual(['new']);
  });
});

describe('messages', () => {
  beforeEach(startShowing);

  it('refuses a wrong shape in words and does nothing', async () => {
    await session.receive({ type: 'save', view: view(), index: 'x', format: 'png' });
    expect(notices()).toEqual(['error']);
    expect(actions.save).not.toHaveBeenCalled();
  });

  it('takes a click that was made while the next view of the same symbols was on its way', async () => {
    const clicked = { type: 'save', view: view(), index: 0, format: 'svg' } as const;
    const asked = { type: 'needLook', view: view(), index: 0 } as const;
    await show('a', '');
    await session.receive(clicked);
    expect(actions.save).toHaveBeenCalledOnce();
    await session.receive(asked);
    expect(actions.scanMargin).not.toHaveBeenCalled();
    await show('b', '');
    await session.receive(clicked);
    expect(actions.save).toHaveBeenCalledOnce();
  });

  it('drops a message about an older view', async () => {
    await session.receive({ type: 'save', view: view() - 1, index: 0, format: 'png' });
    expect(actions.save).not.toHaveBeenCalled();
    expect(notices()).toEqual([]);
  });

  it.each([
    ['a sentence of ours', new Error('the folder is full'), /^That did not work: /],
    [
      'a fault that the worker tells',
      Object.assign(new Error('no such column'), { code: -32803, data: { code: 'column-unknown' } }),
      /^That did not work: /,
    ],
    [
      'an exception of the language',
      new TypeError("Cannot read properties of null (reading 'x')"),
      /^That did not work, for a reason/,
    ],
    [
      'an exception in the worker',
      Object.assign(new Error('Request qr/decode failed with message: x'), { code: -32603 }),
      /^That did not work, for/,
    ],
  ])('tells sentences, never raw exceptions, and logs both: %s', async (_name, error, shown) => {
    actions.decode.mockRejectedValueOnce(error);
    await session.receive({ type: 'decodeDropped', name: 'a.png', bytes: new Uint8Array(1) });
    expect(sent.at(-1)).toMatchObject({ type: 'notice', kind: 'error', text: expect.stringMatching(shown) });
    expect(platform.log).toHaveBeenCalledWith(error);
  });

  it('follows the selection and gives the focus back when asked', async () => {
    await session.receive({ type: 'follow', on: true });
    expect(actions.follow).toHaveBeenCalledWith(true);
    session.setFollowing(true);
    expect(sent.at(-1)).toEqual({ type: 'following', on: true });
    await session.receive({ type: 'leave' });
    expect(platform.leave).toHaveBeenCalledOnce();
  });

  it('answers a page that started from an older state, and only that', async () => {
    const before = sent.length;
    await session.receive({ type: 'loaded', view: view() });
    expect(sent).toHaveLength(before);
    await session.receive({ type: 'loaded', view: 0 });
    expect(sent.at(-1)).toMatchObject({ type: 'state' });
  });
});

describe('the history', () => {
  const how = () => vi.mocked(platform.remember).mock.calls.map(([, how]) => how);

  it('is told what is shown, and what of it only came back', async () => {
    await session.restore(savedOf({ symbols: [kept('a')] }));
    const at = how().indexOf('restored');
    expect(vi.mocked(platform.remember).mock.calls[at]![0].made).toHaveLength(1);
    await show('b');
    expect(how().at(-1)).toBe('new');
    session.setFollowing(true);
    await show('c');
    expect(how().at(-1)).toBe('followed');
  });

  it('does not take what came back for something new', async () => {
    await session.restore(savedOf({ symbols: [kept('a')] }));
    const [first, ...rest] = vi.mocked(platform.remember).mock.calls.filter(([shown]) => shown.made.length > 0);
    expect(first![1]).toBe('restored');
    expect(rest.length).toBeGreaterThan(0);
  });
});

it('begins as an empty tab offers', async () => {
  await session.receive({ type: 'begin', with: 'table' });
  expect(platform.begin).toHaveBeenCalledExactlyOnceWith('table');
});
