import { beforeEach, expect, it, vi } from 'vitest';
import { batching } from '../../../src/extension/panel/batching';
import { defaultMakeOptions } from '../../../src/extension/panel/makeOptions';
import { panelNotices } from '../../../src/extension/panel/panelNotices';
import type { PartContext } from '../../../src/extension/panel/panelParts';
import type { BatchPiece } from '../../../src/worker/protocol/batch';
import { encoded } from './answers';

const failure = { code: 'field-missing', message: 'missing "x"' } as const;
const ROWS = 60;

let sent: { type: string; done?: number }[];
let notices: string[];
let written: string[];
let told: number[];
let actions: ReturnType<typeof makeActions>;
let batch: ReturnType<typeof batching>;

/** Row 5 cannot be made. */
function piece(from: number, take: number): BatchPiece {
  const rows = Array.from({ length: Math.min(take, ROWS - from) }, (_, i) => from + i);
  const next = from + take < ROWS ? { next: from + take } : {};
  return {
    files: rows
      .filter((n) => n !== 5)
      .map((n) => ({ line: n + 2, name: `n${n}.svg`, secret: false, bytes: new TextEncoder().encode(`<svg>${n}`) })),
    failures: rows.filter((n) => n === 5).map((n) => ({ line: n + 2, name: `n${n}`, error: failure })),
    count: ROWS,
    ...next,
  };
}

const makeActions = () => ({
  previewBatch: vi.fn(async (_wanted: unknown) => ({
    columns: ['a', 'b'],
    count: ROWS,
    rows: [{ line: 7, name: 'n5', text: '', error: failure }],
  })),
  makePiece: vi.fn(async (_wanted: unknown, _format: string, from: number, take: number) => piece(from, take)),
  forms: vi.fn(async () => [{ kind: 'url', label: { en: 'Web address', 'zh-cn': '网址' }, fields: [] }]),
  batchFolder: vi.fn(async () => ({ name: 'out', write: async (name: string) => void written.push(name) })),
  during: vi.fn(async (_work: unknown, _begun: unknown, act: (tell: (done: number) => void) => unknown) =>
    act((done) => told.push(done)),
  ),
  makeSymbols: vi.fn(async (_wanted: unknown, from: number, take: number) => {
    const { files, ...rest } = piece(from, take);
    return { ...rest, entries: files.map(({ name }) => ({ symbol: encoded('a').symbol, label: name })) };
  }),
  sheetPlace: vi.fn(async () => ({
    name: 'sheet.pdf',
    write: async (bytes: Uint8Array) => void written.push(`sheet ${bytes.length}`),
  })),
  sheet: vi.fn(async (_title: string, entries: unknown[]) => new Uint8Array(entries.length)),
  openText: vi.fn(async () => {}),
  rememberFormat: vi.fn(),
  batchEnded: vi.fn(),
});

beforeEach(async () => {
  [sent, notices, written, told] = [[], [], [], []];
  actions = makeActions();
  const context = {
    actions,
    platform: { locale: 'en', level: () => 'H', notices: panelNotices((english) => english) },
    send: (message: { type: string }) => sent.push(message),
    notice: (kind: string) => notices.push(kind),
    redraw: () => {},
  } as unknown as PartContext;
  batch = batching(
    context,
    () => defaultMakeOptions,
    () => {},
  );
  await batch.show('a.csv', { content: new Uint8Array(3), table: true });
});
const state = () => batch.state().batch!;
const shown = { column: 'a', kind: '', pattern: '{n}-{text}' };
const run = (format: 'png' | 'svg', choices = shown) =>
  batch.handlers.batchRun({ type: 'batchRun', format, ...choices });
const print = (format: 'pdf' | 'html', choices = shown) =>
  batch.handlers.batchSheet({ type: 'batchSheet', format, ...choices });

it('shows a plan with the first rows, and plans again when something else is chosen', async () => {
  expect(state()).toMatchObject({
    name: 'a.csv',
    columns: ['a', 'b'],
    column: 'a',
    count: 60,
    failureCount: 1,
    kinds: [{ kind: 'url' }],
  });
  expect(state().preview).toHaveLength(12);
  expect(state().preview.slice(4, 6)).toEqual([
    { name: 'n4', picture: 'data:image/svg+xml,%3Csvg%3E4' },
    { name: 'n5', error: failure.message },
  ]);
  await batch.handlers.batchChoose({ type: 'batchChoose', column: 'b', kind: '', pattern: '{n}' });
  expect(actions.previewBatch).toHaveBeenLastCalledWith({
    content: new Uint8Array(3),
    table: true,
    column: 'b',
    namePattern: '{n}',
  });
  expect(state()).toMatchObject({ column: 'b', pattern: '{n}' });
  expect(actions.batchEnded).not.toHaveBeenCalled();
});

it('writes what can be made, tells how far it is, and keeps a report of the rest', async () => {
  await run('png');
  expect(written).toHaveLength(59);
  expect(sent.map(({ done }) => done)).toEqual([25, 50, 60]);
  expect(actions.during.mock.lastCall?.slice(0, 2)).toEqual(['batch', { name: 'a.csv', place: 'out', count: 60 }]);
  expect(told).toEqual([24, 49, 59]);
  expect(state().failures).toEqual([{ line: 7, message: 'missing "x"' }]);
  expect(notices).toEqual(['error']);
  expect(state().running).toBeUndefined();
  expect(actions.batchEnded.mock.calls).toEqual([[{ made: 59, failed: 1, cancelled: false, ms: expect.any(Number) }]]);
  await batch.handlers.batchReport({ type: 'batchReport' });
  expect(actions.openText).toHaveBeenCalledWith('7,"missing ""x"""\n');
});

it('stops between two requests when it is cancelled', async () => {
  actions.makePiece.mockImplementationOnce(async () => {
    expect(state().running).toEqual({ done: 0, count: 60 });
    batch.handlers.batchCancel({ type: 'batchCancel' });
    return piece(0, 25);
  });
  await run('svg');
  expect(written).toHaveLength(24);
  expect(actions.batchEnded).toHaveBeenCalledWith(expect.objectContaining({ made: 24, failed: 1, cancelled: true }));
  expect(notices).toEqual(['done']);
});

it('is ready again after a failure, and does nothing when the user cancels', async () => {
  actions.makePiece.mockRejectedValueOnce(new Error('worker stopped'));
  await expect(run('png')).rejects.toThrow();
  const error = expect.objectContaining({ message: 'worker stopped' });
  expect(actions.batchEnded).toHaveBeenCalledWith(expect.objectContaining({ made: 0, error }));
  expect(state().running).toBeUndefined();
  actions.batchFolder.mockResolvedValueOnce(undefined as never);
  await run('png');
  expect(written).toEqual([]);
});

it('tells why there is no plan, and keeps the columns to choose from', async () => {
  actions.previewBatch.mockRejectedValueOnce(new Error('no such column'));
  await batch.handlers.batchChoose({ type: 'batchChoose', column: 'c', kind: '', pattern: '' });
  expect(state()).toMatchObject({ error: 'no such column', columns: ['a', 'b'], column: 'c', count: 0, preview: [] });
});

it('saves a sheet of all rows', async () => {
  await print('pdf');
  expect(actions.makeSymbols.mock.calls.map(([, from, take]) => [from, take])).toEqual([
    [0, 25],
    [25, 25],
    [50, 25],
  ]);
  expect(actions.sheet.mock.calls[0]!.slice(0, 1)).toEqual(['a.csv']);
  expect(sent.map(({ done }) => done)).toEqual([25, 50, 60]);
  expect(actions.during.mock.lastCall?.slice(0, 2)).toEqual([
    'sheet',
    { name: 'a.csv', place: 'sheet.pdf', count: 60 },
  ]);
  // Of 60 rows one failed: the user is told.
  expect([written, notices]).toEqual([['sheet 59'], ['error']]);
});

it('writes no sheet when it is cancelled, or when the user cancels', async () => {
  actions.makeSymbols.mockImplementationOnce(async () => {
    batch.handlers.batchCancel({ type: 'batchCancel' });
    return { entries: [], failures: [], count: ROWS, next: 25 };
  });
  await print('html');
  actions.sheetPlace.mockResolvedValueOnce(undefined as never);
  await print('html');
  expect([actions.makeSymbols.mock.calls.length, written, notices]).toEqual([1, [], ['done']]);
});

it.each(['typed and saved at once', 'typed, the plan being on its way'])(
  'saves what the page shows: %s',
  async (how) => {
    const typed = { column: 'b', kind: '', pattern: 'shelf {n}' };
    if (how !== 'typed and saved at once') void batch.handlers.batchChoose({ type: 'batchChoose', ...typed });
    const running: unknown[] = [];
    actions.makePiece.mockImplementation(async (_wanted, _format, from, take) => {
      if (take === 25) running.push(state().running);
      return piece(from, take);
    });
    await run('png', typed);
    const pieces = actions.makePiece.mock.calls.filter(([, format]) => format === 'png');
    expect(pieces.map(([wanted]) => wanted)).toEqual(
      Array(3).fill({ content: new Uint8Array(3), table: true, column: 'b', namePattern: 'shelf {n}' }),
    );
    expect(running).toEqual([0, 25, 50].map((done) => ({ done, count: 60 })));
    // Planned once.
    expect(actions.previewBatch).toHaveBeenCalledTimes(2);
    await print('pdf', { ...typed, pattern: 'other' });
    expect(actions.makeSymbols.mock.calls[0]![0]).toMatchObject({ namePattern: 'other' });
  },
);

it('takes what is chosen while the place is asked for, and what is chosen while it runs not', async () => {
  actions.batchFolder.mockImplementationOnce(async () => {
    void batch.handlers.batchChoose({ type: 'batchChoose', ...shown, pattern: 'newer' });
    return { name: 'out', write: async () => {} };
  });
  actions.makePiece.mockImplementation(async (_wanted, _format, from, take) => {
    if (take === 25) void batch.handlers.batchChoose({ type: 'batchChoose', ...shown, pattern: 'too late' });
    return piece(from, take);
  });
  await run('svg');
  expect(actions.makePiece.mock.calls.filter(([, , , take]) => take === 25).map(([wanted]) => wanted)).toEqual(
    Array(3).fill(expect.objectContaining({ namePattern: 'newer' })),
  );
});

it('starts with the column that is likely meant, and makes what it shows', async () => {
  actions.previewBatch.mockImplementation(
    async () => ({ columns: ['id', 'link'], likeliest: 'link', count: ROWS, rows: [] }) as never,
  );
  actions.makePiece.mockClear();
  await batch.show('b.csv', { content: 'id,link', table: true });
  expect(state()).toMatchObject({ column: 'link' });
  expect(actions.previewBatch).toHaveBeenLastCalledWith(expect.objectContaining({ column: 'link' }));
  expect(actions.makePiece.mock.calls.map(([wanted]) => wanted)).toEqual([expect.objectContaining({ column: 'link' })]);
});
