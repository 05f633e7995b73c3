import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostMessage, PanelState, SavedState } from '../../../src/extension/panel/contract';
import { defaultMakeOptions } from '../../../src/extension/panel/makeOptions';
import { panelNotices } from '../../../src/extension/panel/panelNotices';
import type { PanelActions, PanelPlatform } from '../../../src/extension/panel/panelParts';
import { panelSession } from '../../../src/extension/panel/panelSession';
import { panelStrings } from '../../../src/extension/panel/panelStrings';
import type { Source } from '../../../src/extension/panel/shown';
import type { EncodedText } from '../../../src/worker/protocol/methods';
import type { Level } from '../../../src/worker/protocol/symbol';
import { holdsSecret } from '../../../src/worker/qr/secret';
import { decoded, encoded, scanMargin } from './answers';

const same = (english: string) => english;
const options = defaultMakeOptions;

let sent: HostMessage[];
let actions: { [K in keyof PanelActions]: ReturnType<typeof vi.fn<PanelActions[K]>> };
let platform: PanelPlatform;
let session: ReturnType<typeof panelSession>;

/** An empty text cannot be made, one of 'long' is too long for one symbol. */
function answer(source: Source, level: Level): EncodedText {
  const text = 'text' in source ? source.text : '';
  if ('text' in source && text === '') return { text, secret: false, error: { code: 'text-empty', message: 'none' } };
  if (text === 'long') return { text, secret: false, error: { code: 'text-too-long', message: 'too long' } };
  return encoded(text, { wantedLevel: level });
}
const parts = (texts: string[], level: Level) =>
  texts.map((text, index) =>
    encoded(text, {
      secret: holdsSecret(texts.join('')),
      wantedLevel: level,
      part: { index, count: texts.length, parity: 7 },
    }),
  );

beforeEach(() => {
  sent = [];
  actions = {
    encode: vi.fn(async (sources: Source[], level: Level) => sources.map((source) => answer(source, level))),
    encodeSet: vi.fn(async (text: string, level: Level | undefined) => parts([...text], level ?? 'L')),
    forms: vi.fn(async () => []),
    encodePayload: vi.fn(async (kind: string, values: Record<string, string>) => encoded(`${kind}:${values.a ?? ''}`)),
    decode: vi.fn(async (pictures: { name: string }[]) => pictures.map(({ name }) => decoded([name]))),
    save: vi.fn(async () => 'code.png' as string | undefined),
    saveAll: vi.fn(async () => 'codes' as string | undefined),
    copyAs: vi.fn(async () => undefined as string | undefined),
    png: vi.fn(async () => new Uint8Array([1, 2])),
    insertImage: vi.fn(async () => 'a.png' as string | undefined),
    previewBatch: vi.fn(async () => ({ columns: [], count: 0, rows: [] })),
    makePiece: vi.fn(async () => ({ files: [], failures: [], count: 0 })),
    batchFolder: vi.fn(async () => undefined),
    makeSymbols: vi.fn(),
    sheetPlace: vi.fn(),
    sheet: vi.fn(),
    saveSheet: vi.fn(async (_made: unknown, _format: string, _options: unknown) => undefined),
    openText: vi.fn(async () => {}),
    join: vi.fn(async () => []),
    picture: vi.fn(async () => 'data:image/svg+xml,x'),
    scanMargin: vi.fn(async () => ({ scanMargin })),
    pickLogo: vi.fn(async () => undefined),
    follow: vi.fn(),
  };
  platform = {
    locale: 'en',
    strings: panelStrings(same),
    notices: panelNotices(same),
    level: () => 'H',
    copyText: vi.fn(async () => {}),
    insertText: vi.fn(async () => true),
    openLink: vi.fn(async () => true),
    readFile: vi.fn(async () => new Uint8Array([7])),
    log: vi.fn(),
    leave: vi.fn(async () => {}),
  };
  session = panelSession(actions, platform, (message) => sent.push(message));
});

const show = (...texts: string[]) => session.make(texts.map((text) => ({ text })));
const savedOf = (more: Partial<SavedState>): SavedState => ({
  version: 1,
  tab: 'make',
  symbols: [],
  options,
  pictures: [],
  ...more,
});
const kept = (text: string, level: Level = 'H') => ({ text, level, exact: false, split: false });
const lastState = (): PanelState => sent.flatMap((m) => (m.type === 'state' ? m.state : [])).at(-1)!;
const notices = () => sent.flatMap((m) => (m.type === 'notice' ? m.kind : []));

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
    expect(lastState().saved).toEqual(savedOf({ tab: 'read', symbols: [kept('a')], pictures: ['file:///p.png'] }));
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
    await session.restore(savedOf({ tab: 'read', symbols, options: other, pictures: ['file:///x/one%20two.png'] }));
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
    await session.restore(savedOf({ tab: 'read', pictures: ['file:///gone.png', 'file:///100%.png'] }));
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
  beforeEach(async () => {
    await show('a', '');
    await session.showPictures([{ name: 'p.png', uri: 'file:///p.png', picture: decoded(['https://example.org']) }]);
  });
  const view = () => lastState().view;

  it('refuses a wrong shape in words and does nothing', async () => {
    await session.receive({ type: 'save', view: view(), index: 'x', format: 'png' });
    expect(notices()).toEqual(['error']);
    expect(actions.save).not.toHaveBeenCalled();
  });

  it('drops a message about an older view', async () => {
    await session.receive({ type: 'save', view: view() - 1, index: 0, format: 'png' });
    expect(actions.save).not.toHaveBeenCalled();
    expect(notices()).toEqual([]);
  });

  it('changes a level and sends that card alone', async () => {
    await session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'L' });
    expect(actions.encode).toHaveBeenCalledWith([{ text: 'a' }], 'L', true, options);
    expect(sent.at(-1)).toMatchObject({ type: 'symbol', index: 0, card: { wantedLevel: 'L' } });
    expect(sent.at(-1)).toHaveProperty(['saved', 'symbols', 0], { ...kept('a', 'L'), exact: true });
  });

  it('keeps only the newest of two level changes', async () => {
    const answers: ((level: Level) => void)[] = [];
    actions.encode.mockImplementation(
      ([source]) => new Promise((resolve) => answers.push((l) => resolve([answer(source!, l)]))),
    );
    const one = session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'L' });
    const two = session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'Q' });
    answers[1]!('Q');
    answers[0]!('L');
    await Promise.all([one, two]);
    expect(sent.filter(({ type }) => type === 'symbol')).toMatchObject([{ card: { wantedLevel: 'Q' } }]);
  });

  it('saves and copies only what was made', async () => {
    await session.receive({ type: 'save', view: view(), index: 0, format: 'png' });
    await session.receive({ type: 'save', view: view(), index: 1, format: 'png' });
    await session.receive({ type: 'copyAs', view: view(), index: 7, format: 'svg' });
    expect(actions.save.mock.calls.map(([made, format]) => [made.item.text, format])).toEqual([['a', 'png']]);
    expect(actions.copyAs).not.toHaveBeenCalled();
    expect(notices()).toEqual(['done']);
  });

  it('stays silent when the user turns away from saving', async () => {
    actions.save.mockResolvedValue(undefined);
    await session.receive({ type: 'save', view: view(), index: 0, format: 'png' });
    expect(notices()).toEqual([]);
  });

  it('takes texts from its own list, never from the page', async () => {
    for (const action of ['copy', 'insert', 'open'])
      await session.receive({ type: 'readText', view: view(), picture: 0, symbol: 0, action });
    await session.receive({ type: 'readText', view: view(), picture: 0, symbol: 1, action: 'open' });
    for (const call of [platform.copyText, platform.insertText, platform.openLink]) {
      expect(vi.mocked(call).mock.calls).toEqual([['https://example.org']]);
    }
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

  it('says so when there is no editor to insert into, or an action fails', async () => {
    platform.insertText = async () => false;
    actions.save.mockRejectedValue(new Error('disk full'));
    await session.receive({ type: 'readText', view: view(), picture: 0, symbol: 0, action: 'insert' });
    await session.receive({ type: 'save', view: view(), index: 0, format: 'png' });
    expect(notices()).toEqual(['error', 'error']);
  });

  it('hands out a picture, or that it is gone', async () => {
    await session.receive({ type: 'needPicture', view: view(), picture: 0 });
    expect(sent.at(-1)).toEqual({ type: 'pictureBytes', view: view(), picture: 0, bytes: new Uint8Array([7]) });
    platform.readFile = async () => {
      throw new Error('gone');
    };
    await session.receive({ type: 'needPicture', view: view(), picture: 0 });
    expect(sent.at(-1)).toEqual({ type: 'pictureBytes', view: view(), picture: 0 });
  });

  it('measures a form without showing it, and shows what is made of it', async () => {
    const before = view();
    await session.receive({ type: 'needCapacity', request: 3, kind: 'url', values: { a: 'b' } });
    expect(sent.at(-1)).toEqual({
      type: 'capacity',
      request: 3,
      capacity: { bytes: 5, capacity: 1273, level: 'H', version: 1 },
    });
    expect(view()).toBe(before);
    await session.receive({ type: 'makePayload', request: 4, kind: 'url', values: { a: 'b' } });
    expect(lastState()).toMatchObject({ tab: 'make', symbols: [{ text: 'url:b' }] });
  });

  it('names the field that is wrong, and keeps what is shown', async () => {
    actions.encodePayload.mockResolvedValue({
      text: '',
      secret: false,
      error: { code: 'field-missing', message: 'missing', data: { field: 'ssid' } },
    });
    const before = view();
    await session.receive({ type: 'makePayload', request: 5, kind: 'wifi', values: {} });
    expect(sent.at(-1)).toEqual({ type: 'capacity', request: 5, capacity: { error: 'missing', field: 'ssid' } });
    expect(view()).toBe(before);
  });

  it('says where the picture lies that the copied Markdown links, and when there is none', async () => {
    const copyMarkdown = { type: 'copyAs', view: view(), index: 0, format: 'markdown' } as const;
    actions.copyAs.mockResolvedValueOnce('docs/code.png');
    await session.receive(copyMarkdown);
    expect(sent.at(-1)).toMatchObject({ type: 'notice', kind: 'done', text: expect.stringContaining('{0}') });
    await session.receive(copyMarkdown);
    expect(sent.at(-1)).toMatchObject({ type: 'notice', text: panelNotices(same).copiedAs.markdown });
  });

  it('makes everything again with other choices, and hands them to every way out', async () => {
    const other = { ...options, mask: 3, marginModules: 2 };
    await session.receive({ type: 'changeOptions', options: other });
    expect(actions.encode).toHaveBeenLastCalledWith([{ text: 'a' }, { text: '' }], 'H', false, other);
    expect(lastState()).toMatchObject({ options: other, saved: { options: other } });
    await session.receive({ type: 'copyAs', view: view(), index: 0, format: 'markdown' });
    await session.receive({ type: 'insertImage', view: view(), index: 0 });
    await session.receive({ type: 'saveAll', view: view(), format: 'pdf' });
    await session.receive({ type: 'sheetAll', view: view(), format: 'html' });
    await session.receive({ type: 'needPng', view: view(), index: 0, request: 9 });
    expect(actions.copyAs.mock.calls[0]!.slice(1)).toEqual(['markdown', other]);
    expect(actions.insertImage.mock.calls[0]![1]).toEqual(other);
    expect(actions.saveAll.mock.calls[0]![0]).toHaveLength(1);
    expect(actions.saveSheet.mock.calls[0]!.slice(1)).toEqual(['html', other]);
    expect(sent.at(-1)).toEqual({ type: 'png', request: 9, bytes: new Uint8Array([1, 2]) });
    expect(notices()).toEqual(['done', 'done', 'done']);
  });

  it('divides a text that is too long over a set, and another level divides it anew', async () => {
    await show('long', 'b');
    expect(lastState().symbols[0]).toMatchObject({ splittable: true });
    await session.receive({ type: 'split', view: view(), index: 0 });
    expect(lastState().symbols.map(({ text, part }) => text + (part ? `${part.index}/${part.count}` : ''))).toEqual([
      'l0/4',
      'o1/4',
      'n2/4',
      'g3/4',
      'b',
    ]);
    expect(lastState().saved.symbols).toMatchObject([
      { text: 'long', split: true },
      { text: 'b', split: false },
    ]);
    expect(lastState().symbols[0]).toMatchObject({ wantedLevel: 'L' });
    await session.receive({ type: 'changeOptions', options: { ...options, marginModules: 6 } });
    expect(actions.encodeSet.mock.calls.map(([, level]) => level)).toEqual([undefined, undefined]);
    actions.encodeSet.mockImplementation(async (_text, level) => parts(['lo', 'ng'], level!));
    await session.receive({ type: 'changeLevel', view: view(), index: 2, level: 'L' });
    expect(lastState().symbols.map(({ text, wantedLevel }) => text + wantedLevel)).toEqual(['loL', 'ngL', 'bH']);
  });

  it('keeps a level of the settings, or of a card, when it divides a text', async () => {
    platform.level = () => 'M';
    await show('long');
    await session.receive({ type: 'split', view: view(), index: 0 });
    platform.level = () => 'H';
    await show('long');
    await session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'H' });
    await session.receive({ type: 'split', view: view(), index: 0 });
    expect(actions.encodeSet.mock.calls.map(([, level]) => level)).toEqual(['M', 'H']);
  });

  it('says why a set has its level', async () => {
    actions.encodeSet.mockImplementation(async () =>
      parts(['lo', 'ng'], 'L').map((item) => ({ ...item, atH: { count: 5, size: 177 } })),
    );
    await show('long');
    await session.receive({ type: 'split', view: view(), index: 0 });
    expect(lastState().symbols.map(({ atH }) => atH?.count)).toEqual([5, 5]);
  });

  it('opens the form of what a text is, with its values', async () => {
    const values = { url: 'https://example.org' };
    actions.encode.mockResolvedValue([
      encoded('x', { recognised: { kind: 'url', values, label: 'Web address', bare: false } }),
    ]);
    await show('x');
    expect(lastState().symbols[0]).toMatchObject({ kind: { label: 'Web address', bare: false } });
    await session.receive({ type: 'editAsForm', view: view(), index: 0 });
    expect(sent.at(-1)).toEqual({ type: 'fillForm', kind: 'url', values });
  });

  it('answers a picture that cannot be painted, and says why', async () => {
    actions.png.mockRejectedValue(new Error('worker stopped'));
    await session.receive({ type: 'needPng', view: view(), index: 0, request: 3 });
    expect(sent).toContainEqual({ type: 'png', request: 3 });
    expect(notices()).toEqual(['error']);
  });

  it('tells what a symbol survives, with its picture only where the page cannot draw it', async () => {
    await session.receive({ type: 'needLook', view: view(), index: 0 });
    expect(sent.at(-1)).toEqual({ type: 'scanMargin', view: view(), index: 0, scanMargin });
    expect(actions.picture).not.toHaveBeenCalled();
    await session.receive({ type: 'changeOptions', options: { ...options, modules: 'dots' } });
    await session.receive({ type: 'needLook', view: view(), index: 0 });
    expect(sent.slice(-2)).toMatchObject([
      { type: 'picture', address: 'data:image/svg+xml,x' },
      { type: 'scanMargin', index: 0 },
    ]);
  });

  it('takes a symbol away whose look does not read back, and brings it again with another look', async () => {
    actions.scanMargin.mockResolvedValueOnce({ error: { code: 'style-not-read-back', message: 'smaller logo' } });
    actions.picture.mockRejectedValueOnce(new Error('not read back'));
    const logo = { name: 'l.png', png: 'AAAA', percent: 30 as const };
    await session.receive({ type: 'changeOptions', options: { ...options, logo } });
    await session.receive({ type: 'needLook', view: view(), index: 0 });
    const last = sent.at(-1);
    expect(last).toMatchObject({ type: 'symbol', index: 0, card: { error: 'smaller logo', text: 'a' } });
    expect(last).not.toHaveProperty('card.symbol');
    await session.receive({ type: 'save', view: view(), index: 0, format: 'png' });
    expect(actions.save).not.toHaveBeenCalled();
    await session.receive({ type: 'changeOptions', options });
    expect(lastState().symbols[0]).toHaveProperty('symbol');
    expect(notices()).toEqual([]);
  });

  it('drops what was measured for a symbol that is no longer shown', async () => {
    let finish = (_: { scanMargin: typeof scanMargin }) => {};
    actions.scanMargin.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    const asked = session.receive({ type: 'needLook', view: view(), index: 0 });
    await session.receive({ type: 'changeLevel', view: view(), index: 0, level: 'L' });
    finish({ scanMargin });
    await asked;
    expect(sent.filter(({ type }) => type === 'scanMargin')).toEqual([]);
  });

  it('measures one symbol after the other, and none that is no longer shown when its turn comes', async () => {
    let finish = (_: { scanMargin: typeof scanMargin }) => {};
    actions.scanMargin.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    await show('one', 'two');
    const asked = [0, 1].map((index) => session.receive({ type: 'needLook', view: view(), index }));
    await show('newer');
    finish({ scanMargin });
    await Promise.all(asked);
    expect(actions.scanMargin).toHaveBeenCalledTimes(1);
    await session.receive({ type: 'needLook', view: view(), index: 0 });
    expect(sent.at(-1)).toMatchObject({ type: 'scanMargin', index: 0 });
  });

  it('hands the picked logo to the page, which makes it small', async () => {
    await session.receive({ type: 'pickLogo' });
    expect(sent.filter(({ type }) => type === 'logoFile')).toEqual([]);
    actions.pickLogo.mockResolvedValueOnce({ name: 'l.png', bytes: new Uint8Array([1]) });
    await session.receive({ type: 'pickLogo' });
    expect(sent.at(-1)).toEqual({ type: 'logoFile', name: 'l.png', bytes: new Uint8Array([1]) });
  });

  it('joins the parts of a set over several pictures, and names the one that is missing', async () => {
    const part = (index: number) => {
      const picture = decoded([`part ${index}`]);
      picture.symbols[0]!.part = { index, count: 3, parity: 9 };
      return { name: `${index}.png`, picture };
    };
    actions.join.mockResolvedValueOnce([{ count: 3, parity: 9, secret: false, missing: [1] }]);
    await session.showPictures([part(2), part(0)]);
    expect(lastState().sets).toMatchObject([
      { count: 3, missing: [1], text: '', parts: [{ picture: '0.png', number: 1 }, { index: 2 }] },
    ]);
    actions.join.mockResolvedValueOnce([
      { count: 3, parity: 9, secret: false, missing: [], text: 'https://example.org/whole', parityHolds: false },
    ]);
    await session.showPictures([part(2), part(0), part(1), part(1)]);
    expect(actions.join.mock.lastCall![0]).toHaveLength(4);
    expect(lastState().sets).toMatchObject([
      { link: true, mixed: true, parts: [{ index: 0 }, { index: 1 }, { index: 2 }] },
    ]);
    await session.receive({ type: 'setText', view: view(), set: 0, action: 'copy' });
    await session.receive({ type: 'setText', view: view(), set: 7, action: 'copy' });
    expect(vi.mocked(platform.copyText).mock.calls).toEqual([['https://example.org/whole']]);
  });

  it('follows the selection and gives the focus back when asked', async () => {
    await session.receive({ type: 'follow', on: true });
    expect(actions.follow).toHaveBeenCalledWith(true);
    session.setFollowing(true);
    expect(sent.at(-1)).toEqual({ type: 'following', on: true });
    await session.receive({ type: 'leave' });
    expect(platform.leave).toHaveBeenCalledOnce();
  });

  it('reads a dropped picture and shows it', async () => {
    await session.receive({ type: 'decodeDropped', name: 'shot.png', bytes: new Uint8Array([1]) });
    expect(lastState()).toMatchObject({ tab: 'read', pictures: [{ name: 'shot.png' }], saved: { pictures: [] } });
  });

  it('answers a page that started from an older state, and only that', async () => {
    const before = sent.length;
    await session.receive({ type: 'loaded', view: view() });
    expect(sent).toHaveLength(before);
    await session.receive({ type: 'loaded', view: 0 });
    expect(sent.at(-1)).toMatchObject({ type: 'state' });
  });
});
