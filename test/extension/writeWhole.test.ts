/** Files are written whole or not at all; VS Code is played, with files in memory. */
import { beforeEach, expect, it, vi } from 'vitest';
import { writeWhole } from '../../src/extension/writeWhole';
import { disk, done, files, startAgain, uriOf } from './features/storageKit';

const { FileSystemError, TabInputText } = vi.hoisted(() => ({
  FileSystemError: class extends Error {
    constructor(readonly code: string) {
      super(code);
    }
  },
  TabInputText: class {
    uri = uriOf('/w/report.html');
  },
}));

/** What fails, with which error. */
const failing = new Map<string, Error>();
const file = { type: 1, isInTab: false };

vi.mock('vscode', async () => {
  const { vscode } = await import('./features/storageKit');
  const { fs } = vscode.workspace;
  type Args = [uri: never, bytes: never];
  const played =
    (name: keyof typeof fs) =>
    async (uri: { path: string }, ...more: unknown[]) => {
      const failure = failing.get(`${name} ${uri.path.includes('.tmp') ? 'beside' : 'target'}`);
      if (failure) throw failure;
      return fs[name](...([uri, ...more] as unknown as Args));
    };
  return {
    ...vscode,
    Uri: { joinPath: (_target: unknown, _up: string, name: string) => uriOf(`/w/${name}`) },
    FileSystemError,
    TabInputText,
    TabInputCustom: class {},
    TabInputNotebook: class {},
    window: {
      tabGroups: {
        all: [
          {
            get tabs() {
              return file.isInTab ? [{ input: new TabInputText() }] : [];
            },
          },
        ],
      },
    },
    workspace: {
      asRelativePath: vscode.workspace.asRelativePath,
      fs: {
        async stat({ path }: { path: string }) {
          if (!files.has(path)) throw new FileSystemError('FileNotFound');
          return { type: file.type };
        },
        ...{ writeFile: played('writeFile'), rename: played('rename'), delete: played('delete') },
      },
    },
  };
});

const PATH = '/w/report.html';
const write = () => writeWhole(uriOf(PATH), new TextEncoder().encode('the new report'));
const acts = () => done.map((act) => act.replace(/\.qr-code-master-\w+\.tmp/, 'beside'));

beforeEach(() => {
  startAgain();
  failing.clear();
  Object.assign(file, { type: 1, isInTab: false });
});

it('leaves the old file when the disk is full halfway, and nothing beside it', async () => {
  files.set(PATH, 'the old report');
  disk.isFull = true;
  await expect(write()).rejects.toThrow('NoSpace');
  expect([...files]).toEqual([[PATH, 'the old report']]);
});

it('leaves nothing of a new file that was written halfway', async () => {
  disk.isFull = true;
  await expect(write()).rejects.toThrow('NoSpace');
  expect([...files]).toEqual([]);
});

it('replaces the file by what was written beside it', async () => {
  files.set(PATH, 'the old report');
  await write();
  expect([...files]).toEqual([[PATH, 'the new report']]);
  expect(acts()).toEqual(['write /w/beside', 'rename /w/beside']);
});

it('writes a new file at once', async () => {
  await write();
  expect([...files]).toEqual([[PATH, 'the new report']]);
  expect(done).toEqual([`write ${PATH}`]);
});

it.each([
  ['the file system cannot rename', () => failing.set('rename beside', new Error('unsupported'))],
  ['it is a link', () => Object.assign(file, { type: 65 })],
  ['a tab shows it', () => Object.assign(file, { isInTab: true })],
])('writes the file as it stands once there is room for it, where %s', async (_why, given) => {
  files.set(PATH, 'the old report');
  given();
  await write();
  expect([...files]).toEqual([[PATH, 'the new report']]);
  expect(acts()).toEqual(['write /w/beside', 'delete /w/beside', `write ${PATH}`]);
  disk.isFull = true;
  await expect(write()).rejects.toThrow('NoSpace');
  expect([...files]).toEqual([[PATH, 'the new report']]);
});

it.each([
  ['ENOSPC', new Error('ENOSPC: no space left on device, write'), 'the disk is full', 'ENOSPC'],
  ['EDQUOT', new Error('EDQUOT: disk quota exceeded, write'), 'the disk is full', 'EDQUOT'],
  ['a right', new FileSystemError('NoPermissions'), 'the file or its folder is read-only', 'NoPermissions'],
  ['EROFS', new Error('EROFS: read-only file system, open'), 'the file or its folder is read-only', 'NoPermissions'],
])('says in words what is missing, with a code for the logs: %s', async (_, error, why, code) => {
  for (const before of [undefined, 'the old report']) {
    if (before) files.set(PATH, before);
    for (const place of ['target', 'beside']) failing.set(`writeFile ${place}`, error);
    await expect(write()).rejects.toMatchObject({ message: `w/report.html was not written: ${why}`, code });
    expect([...files]).toEqual(before ? [[PATH, before]] : []);
  }
});

it('writes a file whose folder is locked', async () => {
  files.set(PATH, 'the old report');
  failing.set('writeFile beside', new FileSystemError('NoPermissions'));
  await write();
  expect([...files]).toEqual([[PATH, 'the new report']]);
});
