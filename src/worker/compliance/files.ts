/** What the engine may know of the workspace: texts of other files, asked by address, never fetched by itself (fact T30). */

export interface WorkspaceFiles {
  /** Null: there is no such file. Undefined: not loaded yet; the host loads what `wanted` names and lints again. */
  text(uri: string): string | null | undefined;
  /** False where an editor would not read the file as it was read here: then no edit of it is offered. */
  isEditable?(uri: string): boolean;
}

/** Asks for each file once, and remembers which were not there yet and which were read. */
export function watchFiles(files: WorkspaceFiles): WorkspaceFiles & { wanted: Set<string>; read: Map<string, string> } {
  const wanted = new Set<string>();
  const read = new Map<string, string>();
  const missing = new Map<string, null | undefined>();
  return {
    ...files,
    wanted,
    read,
    text(uri) {
      if (read.has(uri) || missing.has(uri)) return read.get(uri) ?? missing.get(uri);
      const text = files.text(uri);
      if (typeof text === 'string') read.set(uri, text);
      else missing.set(uri, text);
      if (text === undefined) wanted.add(uri);
      return text;
    },
  };
}

/** Half a character: no file has it in its name, and it has no place in an address. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Address of `path` beside `uri` (`file:///a/compose.yaml` + `../b` → `file:///b`); works on plain paths too. Undefined for remote and absolute paths. */
export function resolveBeside(uri: string, path: string): string | undefined {
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z][\w+.-]*:/.test(path) || path.includes('\\')) return undefined;
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
export const fileName = (uri: string): string => {
  const name = uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\')) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
