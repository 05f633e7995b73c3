/**
 * What the engine may know of the workspace: texts of other files and names in folders, asked by
 * address, never fetched by itself (fact T30).
 */
import type { FolderEntry } from '../protocol/methods';

export interface WorkspaceFiles {
  /**
   * Null: there is no such file. Undefined: not loaded yet; the host loads what `wanted` names and
   * lints again.
   */
  text(uri: string): string | null | undefined;
  /**
   * In name order, the same array until it changes. Null: there is no such folder, or it is not
   * told. Undefined: not loaded yet. Absent: the host cannot list.
   */
  folder?(uri: string): readonly FolderEntry[] | null | undefined;
  /**
   * False where an editor would not read the file as it was read here: then no edit of it is
   * offered.
   */
  isEditable?(uri: string): boolean;
}

/** A folder's address among those of files. */
export const asFolder = (uri: string): string => `${uri}/`;

/** Of a folder when a slash stands behind the address. */
export const contentAt = (
  files: WorkspaceFiles,
  address: string,
): string | readonly FolderEntry[] | null | undefined =>
  address.endsWith('/') ? (files.folder ? files.folder(address.slice(0, -1)) : null) : files.text(address);

export interface WatchedFiles extends WorkspaceFiles {
  folder(uri: string): readonly FolderEntry[] | null | undefined;
  /** Addresses that were not loaded yet; those of folders end with a slash. */
  wanted: Set<string>;
  /** Everything that was asked for, there or not. */
  asked: ReadonlyMap<string, unknown>;
  /** Texts that were read. */
  read: Map<string, string>;
}

/**
 * Asks for each file and folder once, and remembers which were not there yet and which were read.
 */
export function watchFiles(files: WorkspaceFiles): WatchedFiles {
  const wanted = new Set<string>();
  const read = new Map<string, string>();
  const asked = new Map<string, unknown>();
  const once = <T>(address: string, ask: () => T): T => {
    if (asked.has(address)) return asked.get(address) as T;
    const answer = ask();
    asked.set(address, answer);
    if (answer === undefined) wanted.add(address);
    return answer;
  };
  return {
    ...files,
    wanted,
    asked,
    read,
    text: (uri) =>
      once(uri, () => {
        const text = files.text(uri);
        if (typeof text === 'string') read.set(uri, text);
        return text;
      }),
    folder: (uri) =>
      once(asFolder(uri), () => contentAt(files, asFolder(uri)) as readonly FolderEntry[] | null | undefined),
  };
}

/** Half a character: no file has it in its name, and it has no place in an address. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Names that an address holds as they are: most of the files that are looked for. */
const PLAIN_PATH = /^\.?\w[\w.-]*(?:\/\.?\w[\w.-]*)*$/;

/**
 * Address of `path` beside `uri` (`file:///a/compose.yaml` + `../b` → `file:///b`); works on plain
 * paths too. Undefined for remote and absolute paths.
 */
export function resolveBeside(uri: string, path: string): string | undefined {
  if (PLAIN_PATH.test(path) && uri.startsWith('file:///')) return uri.slice(0, uri.lastIndexOf('/') + 1) + path;
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z][\w+.-]*:/.test(path) || path.includes('\\'))
    return undefined;
  if (LONE_SURROGATE.test(path)) return undefined;
  const head = /^(?:[A-Za-z][\w+.-]*:\/\/[^/]*)?\/?/.exec(uri)![0];
  const parts = uri.slice(head.length).split('/').slice(0, -1);
  const encode = head.includes('://') ? encodeURIComponent : (s: string) => s;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(encode(part));
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (head !== '') return undefined;
    else parts.push('..');
  }
  return head + parts.join('/');
}

/** The last part of an address or path. */
export const fileName = (uri: string): string =>
  decodedPart(uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\')) + 1));

/** The folder that a path names, with the slash at its end, and what is behind that. */
export function folderAndName(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf('/') + 1;
  return [path.slice(0, end), path.slice(end)];
}

/** Part of an address as people read it; as it is where it is no encoded one. */
export function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
