/** The server hears of what the window writes, without a watcher; VS Code and the client are played. */
import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (event: object) => void;
const { state, played } = vi.hoisted(() => {
  const state = {
    sent: [] as unknown[][],
    isRunning: true,
    saved: new Set<Listener>(),
    created: new Set<Listener>(),
    commands: new Map<string, (...given: unknown[]) => Promise<void>>(),
    folders: undefined as { came(uri: string): void; went(uri: string): void } | undefined,
  };
  const played = {
    code2ProtocolConverter: { asUri: (uri: unknown) => `file://${uri}` },
    async sendNotification(...all: unknown[]) {
      if (!state.isRunning) throw new Error('Client is not running');
      state.sent.push(all);
    },
  };
  return { state, played };
});
const listensTo = (listeners: Set<Listener>) => (listener: Listener) => {
  listeners.add(listener);
  return { dispose: () => listeners.delete(listener) };
};

vi.mock('vscode', () => ({
  EventEmitter: class {},
  Uri: { parse: (text: string) => text },
  commands: {
    registerCommand: (id: string, run: () => Promise<void>) => {
      state.commands.set(id, run);
      return { dispose: () => state.commands.delete(id) };
    },
  },
  languages: {
    match: ({ pattern }: { pattern: string }, { uri }: { uri: string }) =>
      pattern.startsWith('**/{') && uri.endsWith('.yaml') ? 10 : 0,
  },
  workspace: {
    onDidSaveTextDocument: listensTo(state.saved),
    onDidCreateFiles: listensTo(state.created),
    openTextDocument: async (uri: string) => ({ save: async () => state.sent.push(['saved', uri]) }),
  },
}));
vi.mock('vscode-languageclient', () => ({
  FileChangeType: { Created: 1, Deleted: 3 },
  DidChangeWatchedFilesNotification: { method: 'changed' },
}));
vi.mock('../../src/extension/folderEvents', () => ({
  folderEvents(listener: typeof state.folders) {
    state.folders = listener;
    return { dispose: () => void (state.folders = undefined) };
  },
}));
vi.mock('../../src/extension/client', async () => {
  const { tellsWritten } = await import('../../src/extension/tellsWritten');
  return { startClient: async () => tellsWritten(played as never) };
});
const { lateServer } = await import('../../src/extension/lateServer');
const { SAVE_FILE } = await import('../../src/extension/saveFile');

const unused = () => undefined as never;
const server = () => lateServer({} as never, unused, unused, async () => false, unused);
const changed = (...names: string[]) => [
  'changed',
  { changes: names.map((uri) => ({ uri: `file://${uri}`, type: 1 })) },
];

beforeEach(() => {
  state.sent = [];
  state.isRunning = true;
});

it('tells of files that are saved, made by an edit, or written by a command', async () => {
  const { client, wrote } = server();
  const { dispose } = await client();
  await state.commands.get(SAVE_FILE)!('/w/known/base.json');
  expect(state.sent).toEqual([['saved', '/w/known/base.json'], changed('/w/known/base.json')]);
  state.sent = [];
  for (const uri of ['/w/new/.qrcodemaster.yaml', '/w/notes.txt']) for (const tell of state.saved) tell({ uri });
  for (const tell of state.created) tell({ files: ['/w/new/compose.yaml', '/w/new/.env'] });
  wrote('/w/new/mlps-baseline.json' as never);
  await expect.poll(() => state.sent).toHaveLength(3);
  expect(state.sent).toEqual([
    changed('/w/new/.qrcodemaster.yaml'),
    changed('/w/new/compose.yaml', '/w/new/.env'),
    changed('/w/new/mlps-baseline.json'),
  ]);
  await dispose();
  expect([state.saved.size, state.created.size, state.commands.size]).toEqual([0, 0, 0]);
});

it('tells of folders that come and go', async () => {
  const { dispose } = await server().client();
  state.folders!.came('/w/new');
  state.folders!.went('/w/old');
  const told = (uri: string, type: number) => ['changed', { changes: [{ uri: `file://${uri}`, type }] }];
  expect(state.sent).toEqual([told('/w/new', 1), told('/w/old', 3)]);
  await dispose();
  expect(state.folders).toBeUndefined();
});

it('tells nobody where no server runs', async () => {
  const { client, wrote, dispose } = server();
  wrote('/w/base.json' as never);
  await client();
  state.isRunning = false;
  wrote('/w/base.json' as never);
  for (const tell of state.created) tell({ files: ['/w/compose.yaml'] });
  await dispose();
  expect(state.sent).toEqual([]);
});
