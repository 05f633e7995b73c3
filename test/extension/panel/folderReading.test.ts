/** The table of a folder's pictures, without VS Code. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReadFile } from '../../../src/extension/features/readPictures';
import type { FolderRow, FolderState } from '../../../src/extension/panel/contract';
import type { FolderListener } from '../../../src/extension/panel/panelParts';
import { ALL_ROWS } from '../../../src/extension/panel/rowChoice';
import { parseSavedState } from '../../../src/extension/panel/savedFields';
import { decoded } from './answers';
import { actions, lastState, notices, platform, savedOf, sent, session, startSession } from './sessionKit';

let listener: FolderListener;
let finish: () => void;
let fail: (error: Error) => void;
let cancelled: number;

beforeEach(() => {
  vi.useFakeTimers();
  startSession();
  cancelled = 0;
  actions.readPictures.mockImplementation((_roots, told) => {
    listener = told;
    return {
      done: new Promise<void>((resolve, reject) => {
        finish = resolve;
        fail = reject;
      }),
      cancel: () => {
        cancelled++;
        finish();
      },
    };
  });
});
afterEach(() => vi.useRealTimers());

const file = (name: string, texts: string[], more: Partial<ReadFile> = {}): ReadFile => ({
  uri: `file:///w/${name}`,
  name,
  picture: decoded(texts),
  isKnown: false,
  ...more,
});
const rows = (): FolderRow[] => sent.flatMap((m) => (m.type === 'folderRows' ? m.rows : []));
const folder = (): FolderState => sent.flatMap((m) => (m.type === 'folder' ? m.folder : [])).at(-1)!;
const id = () => lastState().folder!.id;

it('shows the table at once, then rows a few at a time, and counts', async () => {
  await session.showFolder('shop', ['file:///w']);
  expect(lastState()).toMatchObject({ tab: 'read', folder: { name: 'shop', running: true, done: 0 } });
  listener.found(4);
  listener.read(file('b.png', ['https://example.org', 'two']), 1);
  listener.read(file('a.png', []), 0);
  await vi.advanceTimersByTimeAsync(300);
  expect(rows()).toMatchObject([
    { picture: 1, symbol: 0, path: 'w/b.png', text: 'https://example.org', kind: 'Web address', result: 'code' },
    { picture: 1, symbol: 1, text: 'two' },
    { picture: 0, result: 'none', text: '' },
  ]);
  expect(sent.filter(({ type }) => type === 'folderRows')).toHaveLength(1);
  expect(folder()).toMatchObject({ count: 4, done: 2, codes: 2, without: 1, running: true });
  const broken = { ...decoded([]), error: { code: 'file-unreadable', message: 'gone' } } as const;
  listener.read(file('c.png', [], { picture: broken }), 2);
  listener.read(file('d.png', ['x'], { isKnown: true }), 3);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(folder()).toMatchObject({ done: 4, codes: 3, failed: 1, known: 1, running: false, cancelled: false });
  expect(rows().at(-2)).toMatchObject({ result: 'failed', text: 'gone' });
});

it('hands no secret to the table, and the whole text to the clipboard', async () => {
  await session.showFolder('shop', ['file:///w']);
  const wifi = 'WIFI:T:WPA;S:home;P:secretsecret;;';
  listener.found(1);
  listener.read(file('w.png', [wifi]), 0);
  await vi.advanceTimersByTimeAsync(300);
  expect(rows()).toMatchObject([{ secret: true, text: '' }]);
  expect(JSON.stringify(sent)).not.toContain('secretsecret');
  await session.receive({ type: 'folderCopy', folder: id(), picture: 0, symbol: 0 });
  await session.receive({ type: 'folderCopy', folder: id(), picture: 0, symbol: 9 });
  expect(vi.mocked(platform.copyText).mock.calls).toEqual([[wifi]]);
});

it('hands no part of a divided text to the table: it may be the end of a password', async () => {
  await session.showFolder('shop', ['file:///w']);
  listener.found(1);
  const divided = file('w.png', ['WIFI:T:WPA;S:home;P:secret', 'secret;;']);
  for (const [index, symbol] of divided.picture.symbols.entries()) symbol.part = { index, count: 2, parity: 9 };
  listener.read(divided, 0);
  await vi.advanceTimersByTimeAsync(300);
  expect(rows().map(({ text, part }) => [text, part])).toEqual([
    ['', { number: 1, count: 2 }],
    ['', { number: 2, count: 2 }],
  ]);
  expect(JSON.stringify(sent)).not.toContain('secret;');
});

it('keeps what was read when it is cancelled, stops early, or is closed', async () => {
  await session.showFolder('shop', ['file:///w']);
  listener.found(9);
  listener.read(file('a.png', ['a']), 0);
  await session.receive({ type: 'folderCancel', folder: id() });
  await vi.advanceTimersByTimeAsync(0);
  expect(folder()).toMatchObject({ done: 1, running: false, cancelled: true });
  expect(rows()).toHaveLength(1);
  await session.showFolder('other', ['file:///w']);
  listener.found(2);
  listener.read(file('b.png', ['b']), 0);
  fail(new Error('worker gone'));
  await vi.advanceTimersByTimeAsync(0);
  expect(folder()).toMatchObject({ name: 'other', done: 1, running: false, cancelled: true });
  expect(notices()).toEqual(['error']);
  session.close();
  // Once by hand, and once for each table that gave way.
  expect(cancelled).toBe(3);
});

it('shows what was read, and ends, though no kind can be told', async () => {
  await session.showFolder('shop', ['file:///w']);
  listener.found(2);
  actions.describe.mockRejectedValue(new Error('worker gone'));
  listener.read(file('a.png', ['a']), 0);
  await vi.advanceTimersByTimeAsync(300);
  expect(rows()).toMatchObject([{ text: 'a', kind: '', result: 'code' }]);
  listener.read(file('b.png', ['b']), 1);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(rows()).toMatchObject([{ text: 'a' }, { text: 'b', kind: '' }]);
  expect(folder()).toMatchObject({ done: 2, running: false, cancelled: false });
  expect(platform.log).toHaveBeenCalledTimes(2);
});

it('is back after a reload with its order and filter, read anew, and the tab stays', async () => {
  await session.showFolder('shop', ['file:///w']);
  expect(lastState().saved.folder).toEqual({ name: 'shop', roots: ['file:///w'], choice: ALL_ROWS });
  const choice = { filter: 'shelf', sort: 'path', descending: true } as const;
  await session.receive({ type: 'folderChoose', folder: id(), ...choice });
  const kept = sent.flatMap((m) => (m.type === 'saved' ? m.saved : [])).at(-1)!;
  expect(kept.folder).toEqual({ name: 'shop', roots: ['file:///w'], choice });
  expect(parseSavedState(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  startSession();
  await session.restore({ ...kept, tab: 'make' });
  expect(lastState()).toMatchObject({ tab: 'make', folder: { name: 'shop', choice, running: true } });
  expect(lastState().saved.folder).toEqual(kept.folder);
  expect(vi.mocked(actions.readPictures).mock.calls.map(([roots]) => roots)).toEqual([['file:///w']]);
});

it('is not read after a reload when something else is shown meanwhile, and nothing of it is kept', async () => {
  const folder = { name: 'shop', roots: ['file:///w'], choice: ALL_ROWS };
  const restored = session.restore(savedOf({ folder, pictures: [{ uri: 'file:///a.png', tools: null }] }));
  await session.showPictures([{ name: 'b.png', picture: decoded(['b']) }]);
  await restored;
  expect(lastState().folder).toBeUndefined();
  expect(lastState().saved.folder).toBeNull();
  expect(actions.readPictures).not.toHaveBeenCalled();
  await session.showFolder('x'.repeat(2000), ['file:///w']);
  expect(lastState().saved.folder).toBeNull();
});

it('tells nothing of an older folder', async () => {
  await session.showFolder('old', ['file:///w']);
  const old = id();
  const oldListener = listener;
  await session.showFolder('new', ['file:///w']);
  oldListener.read(file('a.png', ['a']), 0);
  await vi.advanceTimersByTimeAsync(300);
  expect(rows()).toEqual([]);
  // The first gave way to the second.
  expect(cancelled).toBe(1);
  const before = sent.length;
  await session.receive({ type: 'folderRows', folder: old, from: 0 });
  await session.receive({ type: 'folderOpen', folder: old, picture: 0 });
  await session.receive({ type: 'folderCopy', folder: old, picture: 0, symbol: 0 });
  await session.receive({ type: 'folderCancel', folder: old });
  await session.receive({ type: 'folderExport', folder: old, format: 'csv' });
  expect(sent.slice(before)).toEqual([]);
  await session.receive({ type: 'needThumbnail', folder: old, picture: 0 });
  expect(sent.slice(before)).toEqual([{ type: 'thumbnail', folder: old, picture: 0 }]);
  expect(cancelled).toBe(1);
  expect(actions.exportPictures).not.toHaveBeenCalled();
  expect(platform.copyText).not.toHaveBeenCalled();
  expect(platform.readFile).not.toHaveBeenCalled();
});

it('opens the pictures of one divided text together', async () => {
  const part = (name: string, index: number, parity: number) => {
    const each = file(name, [`part ${index}`]);
    each.picture.symbols[0]!.part = { index, count: 2, parity };
    return each;
  };
  await session.showFolder('shop', ['file:///w']);
  listener.found(4);
  for (const [number, each] of [part('a', 0, 7), part('b', 0, 9), part('c', 1, 7), file('d', ['x'])].entries())
    listener.read(each, number);
  await vi.advanceTimersByTimeAsync(300);
  await session.receive({ type: 'folderOpen', folder: id(), picture: 2 });
  expect(lastState().pictures.map(({ name }) => name)).toEqual(['c', 'a']);
  await session.receive({ type: 'folderOpen', folder: id(), picture: 3 });
  expect(lastState().pictures.map(({ name }) => name)).toEqual(['d']);
});

it('stays as it was when a code of an opened picture is read in another character set', async () => {
  await session.showFolder('shop', ['file:///w']);
  listener.found(1);
  listener.read(file('a.png', ['ÖÐ']), 0);
  await vi.advanceTimersByTimeAsync(300);
  await session.receive({ type: 'folderOpen', folder: id(), picture: 0 });
  const place = { view: lastState().view, picture: 0, symbol: 0 };
  await session.receive({ type: 'readAs', ...place, charset: 'iso-8859-1', revealed: false });
  expect(sent.at(-1)).toMatchObject({ type: 'readSymbol', card: { charset: { from: 'chosen' } } });
  await session.receive({ type: 'folderCopy', folder: id(), picture: 0, symbol: 0 });
  expect(platform.copyText).toHaveBeenLastCalledWith('ÖÐ');
  await session.receive({ type: 'folderExport', folder: id(), format: 'csv' });
  expect(actions.exportPictures.mock.lastCall![2][0]!.picture.symbols[0]!.text).toBe('ÖÐ');
});

it('opens a picture below the table, gives its bytes as a thumbnail, and exports in the order of the paths', async () => {
  await session.showFolder('shop', ['file:///w']);
  listener.found(2);
  listener.read(file('b.png', ['b']), 1);
  listener.read(file('a.png', ['a']), 0);
  finish();
  await vi.advanceTimersByTimeAsync(300);
  await session.receive({ type: 'folderOpen', folder: id(), picture: 1 });
  expect(lastState()).toMatchObject({ pictures: [{ name: 'b.png' }], folder: { done: 2 } });
  await session.receive({ type: 'needThumbnail', folder: id(), picture: 0 });
  expect(sent.at(-1)).toEqual({ type: 'thumbnail', folder: id(), picture: 0, bytes: new Uint8Array([7]) });
  await session.receive({ type: 'needThumbnail', folder: id(), picture: 5 });
  expect(sent.at(-1)).toEqual({ type: 'thumbnail', folder: id(), picture: 5 });
  await session.receive({ type: 'folderExport', folder: id(), format: 'csv' });
  const [name, format, pictures] = actions.exportPictures.mock.lastCall!;
  expect([name, format, pictures.map(({ path }) => path)]).toEqual(['shop', 'csv', ['w/a.png', 'w/b.png']]);
  await session.receive({ type: 'folderRows', folder: id(), from: 1 });
  expect(sent.at(-1)).toMatchObject({ type: 'folderRows', from: 1, rows: [{ path: 'w/a.png' }] });
  await session.receive({ type: 'choosePictures', what: 'folder' });
  expect(actions.choosePictures.mock.lastCall).toEqual(['folder']);
  await session.showPictures([{ name: 'one.png', picture: decoded(['x']) }]);
  expect(lastState().folder).toBeUndefined();
});

it('gives way to a picture that is dropped, as to one from a command', async () => {
  await session.showFolder('shop', ['file:///w']);
  listener.found(2);
  await session.receive({ type: 'decodeDropped', name: 'shot.png', bytes: new Uint8Array([1]) });
  expect(lastState()).toMatchObject({ pictures: [{ name: 'shot.png' }] });
  expect(lastState().folder).toBeUndefined();
  expect(cancelled).toBe(1);
});
