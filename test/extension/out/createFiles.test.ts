/** New files, all or none; VS Code is played, which ends an edit in the middle. */
import { beforeEach, expect, it, vi } from 'vitest';
import { createFiles } from '../../../src/extension/out/createFiles';

const { files, folders, disk } = vi.hoisted(() => ({
  files: new Map<string, string>(),
  folders: new Set<string>(),
  /** Files that still fit; one more is made, but is half. What comes meanwhile. */
  disk: { room: 9, comes: [] as [string, string][] },
}));
interface Uri {
  path: string;
}
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

vi.mock('vscode', () => ({
  l10n: { t: (text: string, name: string) => text.replace('{0}', name) },
  Uri: { joinPath: ({ path }: Uri, ...names: string[]) => ({ path: [path, ...names].join('/') }) },
  WorkspaceEdit: class {
    made: { path: string; text: string }[] = [];
    createFile({ path }: Uri, { contents }: { contents: Uint8Array }) {
      this.made.push({ path, text: utf8(contents) });
    }
  },
  workspace: {
    asRelativePath: ({ path }: Uri) => path.slice(3),
    async applyEdit({ made }: { made: { path: string; text: string }[] }) {
      for (const [path, text] of disk.comes) files.set(path, text);
      for (const { path, text } of made) {
        if (files.has(path)) return false;
        for (let at = path.lastIndexOf('/'); at > 2; at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
        files.set(path, disk.room > 0 ? text : text.slice(0, 1));
        if (disk.room-- === 0) return false;
      }
      return true;
    },
    fs: {
      async stat({ path }: Uri) {
        if (!files.has(path) && !folders.has(path)) throw new Error('FileNotFound');
      },
      async readFile({ path }: Uri) {
        const text = files.get(path);
        if (text === undefined) throw new Error('FileNotFound');
        return new TextEncoder().encode(text);
      },
      async delete({ path }: Uri) {
        if ([...files.keys(), ...folders].some((each) => each.startsWith(`${path}/`))) throw new Error('not empty');
        if (!files.delete(path) && !folders.delete(path)) throw new Error('FileNotFound');
      },
    },
  },
}));

const root = { path: '/w' } as never;
const make = (...paths: string[]) =>
  createFiles(
    root,
    paths.map((path) => ({ uri: { path: `/w/${path}` } as never, text: `text of ${path}` })),
  );
const FAILED = 'exists already, the folder is read-only, or the disk is full';

beforeEach(() => {
  files.clear();
  folders.clear();
  Object.assign(disk, { room: 9, comes: [] });
});

it('makes all', async () => {
  await make('a', 'deep/er/b');
  expect([...files]).toEqual([
    ['/w/a', 'text of a'],
    ['/w/deep/er/b', 'text of deep/er/b'],
  ]);
});

it('leaves neither files nor folders of them where there is no room for all', async () => {
  disk.room = 2;
  folders.add('/w/old');
  files.set('/w/old/mine', '');
  await expect(make('a', 'deep/er/b', 'old/c', 'd')).rejects.toThrow(FAILED);
  expect([...files]).toEqual([['/w/old/mine', '']]);
  expect([...folders]).toEqual(['/w/old']);
});

it('leaves what others have made, before and meanwhile', async () => {
  files.set('/w/b', 'text');
  await expect(make('a', 'b')).rejects.toThrow(FAILED);
  expect([...files]).toEqual([['/w/b', 'text']]);
  files.clear();
  disk.comes = [['/w/b', 'theirs']];
  await expect(make('a', 'b')).rejects.toThrow(FAILED);
  expect([...files]).toEqual([['/w/b', 'theirs']]);
});

it('names a single file', async () => {
  disk.room = 0;
  await expect(make('.qrcodemaster.yaml')).rejects.toThrow(
    /^\.qrcodemaster\.yaml was not written: .*the disk is full$/,
  );
  expect([...files]).toEqual([]);
});
