import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostMessage, PanelState } from '../../../src/extension/panel/contract';
import { panelNotices } from '../../../src/extension/panel/panelNotices';
import { type PanelActions, type PanelPlatform, panelSession } from '../../../src/extension/panel/panelSession';
import { panelStrings } from '../../../src/extension/panel/panelStrings';
import type { Level } from '../../../src/worker/protocol/symbol';
import { decoded, encoded } from './answers';

const same = (english: string) => english;

let sent: HostMessage[];
let actions: { [K in keyof PanelActions]: ReturnType<typeof vi.fn<PanelActions[K]>> };
let platform: PanelPlatform;
let session: ReturnType<typeof panelSession>;

beforeEach(() => {
  sent = [];
  actions = {
    encode: vi.fn(async (texts: string[], level: Level) => texts.map((text) => encoded(text, { wantedLevel: level }))),
    forms: vi.fn(async () => []),
    encodePayload: vi.fn(async (kind: string, values: Record<string, string>) => encoded(`${kind}:${values.a ?? ''}`)),
    decode: vi.fn(async (pictures: { name: string }[]) => pictures.map(({ name }) => decoded([name]))),
    save: vi.fn(async () => 'code.png' as string | undefined),
    copyAs: vi.fn(async () => {}),
  };
  platform = {
    locale: 'en',
    strings: panelStrings(same),
    notices: panelNotices(same),
    copyText: vi.fn(async () => {}),
    insertText: vi.fn(async () => true),
    openLink: vi.fn(async () => true),
    readFile: vi.fn(async () => new Uint8Array([7])),
  };
  session = panelSession(actions, platform, (message) => sent.push(message));
});

const lastState = (): PanelState => sent.flatMap((m) => (m.type === 'state' ? m.state : [])).at(-1)!;
const notices = () => sent.flatMap((m) => (m.type === 'notice' ? m.kind : []));

describe('showing', () => {
  it('sends cards, and a new view each time', () => {
    session.showSymbols([encoded('a'), { text: '', error: { code: 'text-empty', message: 'none' } }]);
    const first = lastState();
    expect(first).toMatchObject({ tab: 'make', symbols: [{ text: 'a' }, { error: 'none' }] });
    session.showPictures([{ name: 'p.png', uri: 'file:///p.png', picture: decoded(['x']) }]);
    expect(lastState()).toMatchObject({ tab: 'read', symbols: [{ text: 'a' }, {}], pictures: [{ name: 'p.png' }] });
    expect(lastState().view).toBeGreaterThan(first.view);
  });

  it('saves inputs without secrets and without dropped pictures', () => {
    session.showSymbols([encoded('a', { wantedLevel: 'Q' }), encoded('WIFI:T:WPA;S:s;P:secret;;')]);
    session.showPictures([
      { name: 'p.png', uri: 'file:///p.png', picture: decoded([]) },
      { name: 'dropped', bytes: new Uint8Array(1), picture: decoded([]) },
    ]);
    expect(lastState().saved).toEqual({ version: 1, tab: 'read', symbols: [{ text: 'a', level: 'Q' }], pictures: ['file:///p.png'] });
  });
});

describe('restoring', () => {
  it('encodes and decodes again, in order', async () => {
    await session.restore({
      version: 1,
      tab: 'read',
      symbols: [
        { text: 'a', level: 'H' },
        { text: 'b', level: 'L' },
        { text: 'c', level: 'H' },
      ],
      pictures: ['file:///x/one%20two.png'],
    });
    expect(sent[0]).toMatchObject({ state: { busy: true } });
    const state = lastState();
    expect(state).toMatchObject({ busy: false, tab: 'read', pictures: [{ name: 'one two.png' }] });
    expect(state.symbols.map(({ text, wantedLevel }) => text + wantedLevel)).toEqual(['aH', 'bL', 'cH']);
  });

  it('leaves out a picture that is gone, and takes a name that is no valid escape', async () => {
    platform.readFile = vi.fn(async (uri: string) => {
      if (uri.endsWith('gone.png')) throw new Error('no such file');
      return new Uint8Array(1);
    });
    await session.restore({ version: 1, tab: 'read', symbols: [], pictures: ['file:///gone.png', 'file:///100%.png'] });
    expect(lastState().pictures.map(({ name }) => name)).toEqual(['100%.png']);
  });

  it('ends with a message, not in silence, when the worker fails', async () => {
    actions.encode.mockRejectedValue(new Error('worker stopped'));
    await session.restore({ version: 1, tab: 'make', symbols: [{ text: 'a', level: 'H' }], pictures: [] });
    expect(lastState().busy).toBe(false);
    expect(notices()).toEqual(['error']);
  });

  it('does not overwrite what was shown in the meantime', async () => {
    let finish = () => {};
    actions.encode.mockImplementation(
      (texts) =>
        new Promise((resolve) => {
          finish = () => resolve(texts.map((text) => encoded(text)));
        }),
    );
    const done = session.restore({ version: 1, tab: 'make', symbols: [{ text: 'old', level: 'H' }], pictures: [] });
    session.showSymbols([encoded('new')]);
    finish();
    await done;
    expect(lastState().symbols.map(({ text }) => text)).toEqual(['new']);
  });
});

describe('messages', () => {
  beforeEach(() => {
    session.showSymbols([encoded('a'), { text: '', error: { code: 'text-empty', message: 'none' } }]);
    session.showPictures([{ name: 'p.png', uri: 'file:///p.png', picture: decoded(['https://example.org']) }]);
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
    expect(actions.encode).toHaveBeenCalledWith(['a'], 'L');
    expect(sent.at(-1)).toMatchObject({ type: 'symbol', index: 0, card: { wantedLevel: 'L' } });
    expect(sent.at(-1)).toHaveProperty(['saved', 'symbols', 0], { text: 'a', level: 'L' });
  });

  it('keeps only the newest of two level changes', async () => {
    const answers: ((level: Level) => void)[] = [];
    actions.encode.mockImplementation(
      (texts) => new Promise((resolve) => answers.push((l) => resolve([encoded(texts[0]!, { wantedLevel: l })]))),
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
    expect(actions.save.mock.calls.map(([made, format]) => [made.text, format])).toEqual([['a', 'png']]);
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
    await session.receive({ type: 'measure', request: 3, kind: 'url', values: { a: 'b' } });
    expect(sent.at(-1)).toEqual({ type: 'measured', request: 3, measured: { bytes: 5, capacity: 1273, level: 'H', version: 1 } });
    expect(view()).toBe(before);
    await session.receive({ type: 'makePayload', request: 4, kind: 'url', values: { a: 'b' } });
    expect(lastState()).toMatchObject({ tab: 'make', symbols: [{ text: 'url:b' }] });
  });

  it('names the field that is wrong, and keeps what is shown', async () => {
    actions.encodePayload.mockResolvedValue({ text: '', error: { code: 'field-missing', message: 'missing', data: { field: 'ssid' } } });
    const before = view();
    await session.receive({ type: 'makePayload', request: 5, kind: 'wifi', values: {} });
    expect(sent.at(-1)).toEqual({ type: 'measured', request: 5, measured: { error: 'missing', field: 'ssid' } });
    expect(view()).toBe(before);
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
