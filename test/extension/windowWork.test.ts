/** What is told of work that a window did not finish, and the files that it waits for; VS Code is played. */
import { beforeEach, expect, it, vi } from 'vitest';
import { tellUnfinished } from '../../src/extension/tellUnfinished';
import { windowWork } from '../../src/extension/windowWork';

const { state, vscode } = vi.hoisted(() => {
  const state = { said: [] as string[], ran: [] as string[], written: [] as (() => void)[] };
  class MissingFile extends Error {
    code = 'FileNotFound';
  }
  const vscode = {
    l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(values[at])) },
    commands: { executeCommand: async (id: string) => void state.ran.push(id) },
    window: {
      async showWarningMessage(text: string, button: string) {
        state.said.push(text);
        return button;
      },
    },
    FileSystemError: MissingFile,
    workspace: {
      fs: {
        stat: () => Promise.reject(new MissingFile()),
        writeFile: () => new Promise<void>((go) => state.written.push(go)),
      },
    },
  };
  return { state, vscode };
});
vi.mock('vscode', () => vscode);

const stored = new Map<string, unknown>();
const memento = {
  keys: () => [...stored.keys()],
  get: (key: string) => stored.get(key),
  async update(key: string, value: unknown) {
    if (value === undefined) stored.delete(key);
    else stored.set(key, JSON.parse(JSON.stringify(value)));
  },
} as never;
const uri = {} as never;
const bytes = new Uint8Array(1);

beforeEach(() => {
  stored.clear();
  for (const list of Object.values(state)) list.length = 0;
});

it('says nothing of what was finished, or failed and was told', async () => {
  const work = windowWork(memento);
  const begun = { name: 'a.csv', place: 'out', count: 9 };
  const answer = await work.during('batch', begun, async (tell) => {
    tell(9);
    expect(stored.size).toBe(1);
    return 'done';
  });
  expect(answer).toBe('done');
  await expect(work.during('report', begun, () => Promise.reject(new Error('full disk')))).rejects.toThrow('full disk');
  tellUnfinished(memento);
  expect(state.said).toEqual([]);
});

it('tells once how far a batch came, and begins it again', async () => {
  const work = windowWork(memento);
  let fail = (_: Error) => {};
  const batch = work.during('batch', { name: 'a.csv', place: 'out', count: 90 }, (tell) => {
    tell(25);
    tell(50);
    return new Promise((_, reject) => (fail = reject));
  });
  await work.end();
  // The server ends with the window, and with it the batch.
  fail(new Error('connection closed'));
  await expect(batch).rejects.toThrow();
  tellUnfinished(memento);
  tellUnfinished(memento);
  expect(state.said).toEqual([expect.stringMatching(/batch a\.csv .* 50 of 90\..* out is whole/)]);
  await vi.waitFor(() => expect(state.ran).toEqual(['qrCodeMaster.generateBatch']));
});

it('names the file of a report and of a sheet that were not saved', async () => {
  const work = windowWork(memento);
  for (const kind of ['sheet', 'report'] as const)
    void work.during(kind, { name: 'a', place: `${kind}.pdf`, count: 1 }, () => new Promise(() => {}));
  tellUnfinished(memento);
  expect(state.said.map((text) => text.split(' ')[0])).toEqual(['sheet.pdf', 'report.pdf']);
  await vi.waitFor(() => expect(state.ran).toEqual(['qrCodeMaster.generateBatch', 'qrCodeMaster.exportReport']));
});

it('waits at the end for the files that are being written, and begins no other', async () => {
  const work = windowWork(memento);
  const first = work.write(uri, bytes);
  let isOver = false;
  const end = work.end().then(() => (isOver = true));
  const later = vi.fn();
  void work.write(uri, bytes).finally(later);
  await new Promise((go) => setTimeout(go, 20));
  expect([isOver, state.written.length]).toEqual([false, 1]);
  state.written[0]!();
  await Promise.all([first, end]);
  expect(later).not.toHaveBeenCalled();
});
