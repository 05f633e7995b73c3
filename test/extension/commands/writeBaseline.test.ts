/** The baseline of a folder: what is written, and who hears of it; VS Code and the server are played. */
import { expect, it, vi } from 'vitest';
import type { App } from '../../../src/extension/app';
import { writeBaseline } from '../../../src/extension/commands/writeBaseline';

const { folder } = vi.hoisted(() => ({ folder: { uri: 'file:///w', name: 'w' } }));
vi.mock('vscode', () => ({
  ProgressLocation: { Notification: 15 },
  RelativePattern: class {},
  Uri: { joinPath: (uri: string, name: string) => `${uri}/${name}` },
  l10n: { t: (text: string) => text },
  window: {
    showSaveDialog: async () => 'file:///w/new/base.json',
    withProgress: (_how: object, act: (progress: object, cancel: object) => unknown) =>
      act({}, { isCancellationRequested: false }),
    showInformationMessage: async () => undefined,
  },
  workspace: {
    workspaceFolders: [folder],
    getWorkspaceFolder: () => folder,
    findFiles: async () => ['file:///w/b', 'file:///w/a'],
    asRelativePath: () => 'new/base.json',
  },
}));

it('tells the server of the file, once it is written', async () => {
  const done: unknown[] = [];
  const server: Partial<App['server']> = {
    request: async (_method, params) => {
      done.push(params);
      return { text: '{}', count: 2, notJudged: [] } as never;
    },
    wrote: (uri) => done.push(['told', uri]),
  };
  const work: Partial<App['work']> = {
    write: async (uri, bytes) => void done.push(['written', uri, new TextDecoder().decode(bytes)]),
  };
  await writeBaseline.run({ server, work, operations: { note() {} } } as unknown as App);
  expect(done).toEqual([
    { uris: ['file:///w/a', 'file:///w/b'], baseline: 'file:///w/new/base.json' },
    ['written', 'file:///w/new/base.json', '{}'],
    ['told', 'file:///w/new/base.json'],
  ]);
});
