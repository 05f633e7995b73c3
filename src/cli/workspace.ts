/** The file system as the checker wants to see it; documents go by their paths. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ConfigText, folderAround, nearestConfigText, type Workspace } from '../worker/compliance/index';
import { isForeign } from '../worker/hosts/configSearch';
import { readInside, rootFolder } from '../worker/hosts/readInside';
import { decodeText } from '../worker/text/decodeText';
import { isFolderAt } from './isFolderAt';
import { nodeFiles } from './nodeFiles';
import { relativePath } from './relativePath';

/** The repository that a path is in, or else its folder. */
export const rootOf = (path: string): string => rootFolder(isFolderAt(path) ? path : dirname(resolve(path)));

/** What lies beside itself, or behind a link in the same repository. */
export const textAt = (path: string): string | null | undefined =>
  nodeFiles([rootFolder(dirname(resolve(path)))]).text(path);

export interface NodeWorkspace extends Workspace {
  /** The nearest configuration of a document: each is read once. */
  findConfig(path: string): Promise<ConfigText | undefined>;
}

/**
 * @param roots folders of what is checked: what lies in none of them is not read beside a document,
 *   and with them and the current folder the search for a configuration ends
 * @param foreign told of each configuration that is not used because it is another user's
 */
export function nodeWorkspace(roots: readonly string[], foreign: (path: string) => void): NodeWorkspace {
  const files = nodeFiles(roots);
  const known = new Map<string, string | null>();
  const ends = [...roots, process.cwd()].map((folder) => pathToFileURL(folder).href);
  const workspace: Workspace = {
    known: files.text,
    knownFolder: (path) => files.folder!(path),
    isKnown: () => true,
    load: async () => {},
    isEditable: () => true,
    forgetChanged: () => [],
    read: async (path) => {
      const bytes = readInside(path, roots);
      return bytes && decodeText(bytes);
    },
    folderOf: (path) => folderAround(resolve(path), roots) ?? rootOf(path),
    base: process.cwd(),
    async text(uri) {
      const path = uri.startsWith('file:') ? fileURLToPath(uri) : uri;
      if (!known.has(uri)) known.set(uri, textAt(path) ?? null);
      return known.get(uri)!;
    },
    tops: () => ends,
    isForeign(config, uri) {
      const isTheirs = isForeign(config, uri);
      if (isTheirs) foreign(fileURLToPath(config));
      return isTheirs;
    },
  };
  return { ...workspace, findConfig: (path) => nearestConfigText(pathToFileURL(resolve(path)).href, workspace) };
}

/** A configuration that was named: undefined when it cannot be read. */
export function namedConfig(config: string, path: string): ConfigText | undefined {
  const text = textAt(config);
  return typeof text === 'string' ? { uri: config, text, path: pathBeside(config, path) } : undefined;
}

/** Forward slashes, relative to the folder of another file. */
export const pathBeside = (other: string, path: string): string => relativePath(dirname(other), path);

/** Of a configuration's address, which is a path where the configuration was named. */
export const pathOf = (uri: string): string => (uri.startsWith('file:') ? fileURLToPath(uri) : uri);
