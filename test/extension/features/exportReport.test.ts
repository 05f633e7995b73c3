/** The export of the report, without VS Code: what is asked, what is sent, and what is kept. */
import { beforeEach, expect, it, vi } from 'vitest';
import { exportReport } from '../../../src/extension/features/exportReport';
import type { ReadFile } from '../../../src/extension/features/readPictures';
import { reportChoicesMethod, reportMethod } from '../../../src/worker/protocol/checklist';
import { secrecyOf } from '../../../src/worker/qr/secret';
import { decoded } from '../panel/answers';

interface Item {
  label: string;
  description?: string;
}

const { state, vscode } = vi.hoisted(() => {
  const state = {
    /** Labels to pick, one list each; undefined: it is closed. */
    picks: [] as (string | undefined)[],
    lists: [] as Item[][],
    cancelled: false,
    /** How many the report is about. */
    files: 1,
    told: [] as string[],
    shown: [] as string[],
  };
  const fill = (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(values[at]));
  const progress = { report: ({ message }: { message: string }) => void state.told.push(message) };
  const vscode = {
    l10n: { t: fill },
    ProgressLocation: { Notification: 15 },
    QuickPickItemKind: { Separator: -1 },
    Uri: { joinPath: (_: unknown, name: string) => `file:///w/${name}` },
    commands: { executeCommand: async () => {} },
    window: {
      showQuickPick: async (items: Item[]) => {
        state.lists.push(items);
        const wanted = state.picks.shift();
        return items.find(({ label }) => wanted !== undefined && label.includes(wanted));
      },
      showSaveDialog: async ({ defaultUri }: { defaultUri: string }) => defaultUri,
      showInformationMessage: async (text: string) => void state.shown.push(text),
      withProgress: async (_: unknown, work: (progress: unknown, cancel: unknown) => unknown) =>
        work(progress, { isCancellationRequested: state.cancelled }),
    },
    workspace: { workspaceFolders: [{ uri: 'file:///w' }], asRelativePath: String },
  };
  return { state, vscode };
});
vi.mock('vscode', () => vscode);

const SEED = 'JBSWY3DPEHPK3PXP';
const content = { sha256: 'a'.repeat(64), size: 7 };
const file = (name: string, ...texts: string[]): ReadFile => {
  const picture = decoded(texts);
  const symbols = picture.symbols.map((symbol) => ({ ...symbol, ...secrecyOf(symbol.text) }));
  return { uri: `file:///w/${name}`, name, picture: { ...picture, symbols }, isKnown: false, content };
};
const broken = (name: string): ReadFile => {
  const { picture, ...rest } = file(name);
  return { ...rest, picture: { ...picture, error: { code: 'file-unreadable', message: 'No picture.' } } };
};

const memory = new Map<string, unknown>();
const written: string[] = [];
const notes: { detail?: object; result: string }[] = [];
const request = vi.fn(async ({ method }: { method: string }, _params: object) =>
  method === reportChoicesMethod.method
    ? { choices: [{ format: 'html', label: 'HTML', extension: '.html' }] }
    : { bytes: new TextEncoder().encode('page'), files: state.files },
);
const reader = {
  find: vi.fn(async () => ['file:///w/otp.png', 'file:///w/broken.png']),
  read: vi.fn(async (_: unknown, told: (file: ReadFile) => void) => {
    for (const each of [file('otp.png', 'hello', `otpauth://totp/a?secret=${SEED}`), broken('broken.png')]) told(each);
  }),
};
const panelHost = vi.fn(async () => ({ reader }));
const run = () =>
  exportReport(
    {
      server: { request },
      context: {
        workspaceState: {
          get: (key: string) => memory.get(key),
          update: async (key: string, value: unknown) => void memory.set(key, value),
        },
      },
      operations: { note: (note: (typeof notes)[number]) => void notes.push(note) },
      work: {
        during: async (_: string, __: object, work: () => unknown) => work(),
        write: async (target: string) => void written.push(target),
      },
      panelHost,
    } as never,
    async () => ['file:///w/compose.yaml'],
  );
/** What the server was asked for, if it was. */
const asked = () => request.mock.calls.find(([{ method }]) => method === reportMethod.method)?.[1];

const PICTURES = 'Search pictures';

beforeEach(() => {
  for (const list of [state.lists, state.told, state.shown, written, notes]) list.length = 0;
  state.cancelled = false;
  memory.clear();
  for (const mock of [request, panelHost, reader.read]) mock.mockClear();
});

it('reads no picture unless that was chosen', async () => {
  state.picks = ['HTML'];
  await run();
  expect(asked()).toEqual({ uris: ['file:///w/compose.yaml'], format: 'html', layout: undefined, pictures: undefined });
  expect(panelHost).not.toHaveBeenCalled();
  expect(written).toEqual(['file:///w/mlps-report.html']);
});

it.each([
  [0, /was saved\. The workspace has no deployment files/],
  [1, /^The report was saved\.$/],
])('says whether it is about any file (%i)', async (files, words) => {
  state.picks = ['HTML'];
  state.files = files;
  await run();
  state.files = 1;
  expect(written).toHaveLength(1);
  expect(state.shown).toEqual([expect.stringMatching(words)]);
});

it('has the choice below the formats, shows the list again with it, and keeps it', async () => {
  state.picks = [PICTURES, undefined];
  await run();
  const shown = state.lists.map((items) => items.map(({ label, description }) => `${label} ${description}`).at(-1));
  expect(shown).toEqual([expect.stringMatching(/Search pictures.* off$/), expect.stringMatching(/Search.* on$/)]);
  expect(asked()).toBeUndefined();
  state.picks = ['HTML'];
  await run();
  expect(panelHost).toHaveBeenCalled();
  state.picks = [PICTURES, undefined];
  await run();
  expect([...memory.values()]).toEqual([false]);
});

it('sends the sort of each secret with the hash of its picture, nothing of the text, and what was not read', async () => {
  state.picks = [PICTURES, 'HTML'];
  await run();
  expect(asked()).toMatchObject({
    pictures: [
      { uri: 'file:///w/otp.png', codes: 'code 1: nothing\ncode 2: one-time-password\n', ...content },
      { uri: 'file:///w/broken.png', error: 'No picture.' },
    ],
  });
  expect(JSON.stringify([request.mock.calls, notes])).not.toContain(SEED);
  expect(vi.mocked(reader.read).mock.calls[0]).toMatchObject({ 3: { isExact: true } });
  expect(state.told).toEqual(['pictures: 1/2', 'pictures: 2/2']);
  expect(notes).toMatchObject([{ result: 'ok', detail: { format: 'html', files: 1, pictures: 2 } }]);
});

it('writes nothing once it is cancelled', async () => {
  state.picks = [PICTURES, 'HTML'];
  state.cancelled = true;
  await run();
  expect([asked(), written, notes[0]!.result]).toEqual([undefined, [], 'cancelled']);
});
