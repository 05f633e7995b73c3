/** The search for secrets in pictures, without VS Code: what is sent, what is listed, what is said. */
import { beforeEach, expect, it, vi } from 'vitest';
import { pictureSecrets } from '../../../src/extension/features/pictureSecrets';
import type { ReadFile } from '../../../src/extension/features/readPictures';
import { secrecyOf } from '../../../src/worker/qr/secret';
import { decoded } from '../panel/answers';

const { state, vscode } = vi.hoisted(() => {
  const state = {
    folders: [] as unknown[] | undefined,
    said: [] as string[],
    ran: [] as string[],
    listed: new Map<string, unknown[]>(),
    cancelled: false,
    deleted: (_: { files: unknown[] }) => {},
  };
  const say = async (text: string) => void state.said.push(text);
  const vscode = {
    l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(values[at])) },
    ProgressLocation: { Notification: 15 },
    Uri: { parse: (uri: string) => uri },
    commands: { executeCommand: async (id: string) => void state.ran.push(id) },
    window: {
      showInformationMessage: say,
      withProgress: async (_: unknown, work: (progress: unknown, cancel: unknown) => unknown) =>
        work({ report: () => {} }, { isCancellationRequested: state.cancelled }),
    },
    languages: {
      createDiagnosticCollection: () => ({
        clear: () => state.listed.clear(),
        set: (entries: [string, unknown[]][]) => {
          for (const [uri, diagnostics] of entries) state.listed.set(uri, diagnostics);
        },
        delete: (uri: string) => state.listed.delete(uri),
      }),
    },
    workspace: {
      get workspaceFolders() {
        return state.folders;
      },
      onDidDeleteFiles: (listener: typeof state.deleted) => {
        state.deleted = listener;
      },
    },
  };
  return { state, vscode };
});
vi.mock('vscode', () => vscode);

const file = (name: string, ...texts: string[]): ReadFile => {
  const picture = decoded(texts);
  const symbols = picture.symbols.map((symbol) => ({ ...symbol, ...secrecyOf(symbol.text) }));
  return { uri: `file:///w/${name}`, name, picture: { ...picture, symbols }, isKnown: false };
};
const broken = (name: string): ReadFile => {
  const unread = file(name);
  return { ...unread, picture: { ...unread.picture, error: { code: 'file-unreadable', message: '' } } };
};

const request = vi.fn(async (_: unknown, { pictures }: { pictures: { uri: string; codes: string }[] }) => ({
  files: pictures.map(({ uri, codes }) => ({ uri, diagnostics: codes.match(/wifi-password|token/g) ?? [] })),
}));

function searching(...files: ReadFile[]) {
  const reader = {
    find: async () => files.map(({ uri }) => uri),
    read: async (_: unknown, told: (file: ReadFile, index: number) => void) => files.forEach(told),
  };
  const server = { request, client: async () => ({ asDiagnostics: async (all: unknown[]) => all }) };
  return pictureSecrets({
    context: { subscriptions: [] },
    server: server as never,
    panelHost: async () => ({ reader }) as never,
  });
}

beforeEach(() => {
  state.folders = [{ uri: 'file:///w' }];
  state.said.length = 0;
  state.ran.length = 0;
  state.listed.clear();
  state.cancelled = false;
  request.mockClear();
});

it('sends the sorts of secrets alone, lists them on their pictures, and says how many', async () => {
  const wifi = 'WIFI:T:WPA;S:s;P:hunter22;;';
  await searching(file('a.png', 'hello', wifi), file('b.png', 'hello'), broken('c.png'))();
  expect(JSON.stringify(request.mock.calls)).not.toContain('hunter22');
  expect(request.mock.calls[0]![1].pictures).toEqual([
    { uri: 'file:///w/a.png', codes: 'code 1: nothing\ncode 2: wifi-password\n' },
  ]);
  expect([...state.listed]).toEqual([['file:///w/a.png', ['wifi-password']]]);
  expect(state.ran).toEqual(['workbench.actions.view.problems']);
  expect(state.said.join()).toMatch(/: 1\. .*: 2\. .*: 1\./);
});

it('takes away what an earlier run listed, and what is deleted', async () => {
  state.listed.set('file:///w/old.png', ['token']);
  await searching(file('b.png', 'hello'))();
  expect([...state.listed]).toEqual([]);
  expect(state.ran).toEqual([]);
  state.listed.set('file:///w/old.png', ['token']);
  state.deleted({ files: ['file:///w/old.png'] });
  expect([...state.listed]).toEqual([]);
});

it('reads nothing once it is cancelled, and says so', async () => {
  state.cancelled = true;
  await searching(file('a.png', 'token ghp_abcdefghijklmnopqrstuvwxyz0123456789'))();
  expect(request.mock.calls[0]![1].pictures).toEqual([]);
  expect(state.said.join()).toContain('Cancelled');
});

it('offers to open a folder where there is none', async () => {
  state.folders = undefined;
  await searching(file('a.png', 'hello'))();
  expect(request).not.toHaveBeenCalled();
  expect(state.said).toHaveLength(1);
});
