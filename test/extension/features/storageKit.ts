/**
 * VS Code as far as what is stored needs it: files in memory. One for all tests: modules are loaded
 * once for several files.
 */
import { setImmediate } from 'node:timers/promises';

/** By path. */
export const files = new Map<string, string>();
/** What was done with files: the act and the path. */
export const done: string[] = [];
export const settings: Record<string, unknown> = {};
/** Those of the workspace. */
export const workspaceSettings: Record<string, unknown> = {};
/** Writing fails. */
export const disk = { isFull: false };

export function startAgain(): void {
  files.clear();
  done.length = 0;
  disk.isFull = false;
  for (const all of [settings, workspaceSettings]) for (const key of Object.keys(all)) delete all[key];
}

class Uri {
  constructor(readonly path: string) {}
  static parse = (text: string) => new Uri(text.replace(/^file:\/\//, ''));
  static joinPath = ({ path }: Uri, name: string) => new Uri(`${path}/${name}`);
  toString = () => `file://${this.path}`;
}
export const uriOf = (path: string) => new Uri(path) as never;

/** Every step takes a turn, as on a disk. */
const act = async (name: string, { path }: Uri) => {
  done.push(`${name} ${path}`);
  await setImmediate();
};
const contentOf = ({ path }: Uri) => {
  const text = files.get(path);
  if (text === undefined) throw new Error('FileNotFound');
  return text;
};

class TreeItem {
  constructor(readonly label: string) {}
}
class ThemeIcon {
  constructor(readonly id: string) {}
}

export const vscode = {
  Uri,
  TreeItem,
  ThemeIcon,
  FileType: { Unknown: 0, File: 1, Directory: 2 },
  env: { language: 'en' },
  l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(values[at])) },
  commands: { executeCommand: async () => {} },
  workspace: {
    asRelativePath: ({ path }: Uri) => path.slice(1),
    getConfiguration: () => ({
      get: (key: string, fallback: unknown) => settings[key] ?? fallback,
      inspect: (key: string) => ({ globalValue: settings[key], workspaceValue: workspaceSettings[key] }),
    }),
    fs: {
      async stat(uri: Uri) {
        await act('stat', uri);
        return { type: 1, mtime: 1, size: contentOf(uri).length };
      },
      async readFile(uri: Uri) {
        await act('read', uri);
        return new TextEncoder().encode(contentOf(uri));
      },
      async writeFile(uri: Uri, bytes: Uint8Array) {
        // Half of it is there before the rest.
        const text = new TextDecoder().decode(bytes);
        files.set(uri.path, text.slice(0, text.length / 2));
        await act('write', uri);
        if (disk.isFull) throw new Error('NoSpace');
        files.set(uri.path, text);
      },
      createDirectory: (uri: Uri) => act('create', uri),
      async rename(from: Uri, to: Uri) {
        await act('rename', from);
        files.set(to.path, contentOf(from));
        files.delete(from.path);
      },
      async delete(uri: Uri) {
        await act('delete', uri);
        contentOf(uri);
        files.delete(uri.path);
      },
    },
  },
};
