/**
 * The file system as the lint engine wants to see it: deployment files of a folder, neighbours, the
 * nearest configuration.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ConfigFile, readConfig } from '../worker/compliance/config';
import type { ConfigProblem } from '../worker/compliance/config/problem';
import { isGitIgnored } from '../worker/compliance/documents/gitignore';
import type { WorkspaceFiles } from '../worker/compliance/files';
import { kindOf } from '../worker/compliance/kindOf';
import { isForeign } from '../worker/hosts/configSearch';
import { readFolderInside, readInside, rootFolder } from '../worker/hosts/readInside';
import { walkFolder } from '../worker/hosts/walkFolder';
import { concernsContainers } from '../worker/protocol/deploymentFiles';
import { kindRow } from '../worker/protocol/fileKinds';
import { type ConfigSearch, nearestConfigText } from '../worker/service/nearestConfig';
import { decodeText } from '../worker/text/decodeText';

/** Neighbours by path, as far as they are regular files inside one of the folders. */
export const nodeFiles = (roots: readonly string[]): WorkspaceFiles => ({
  text(path) {
    const bytes = readInside(path, roots);
    return bytes && decodeText(bytes).text;
  },
  folder: (path) => readFolderInside(path, roots),
});

/** Whether git ignores a file of these folders; each `.gitignore` is read once. */
export function gitIgnores(roots: readonly string[]): (path: string) => boolean {
  const files = nodeFiles(roots);
  const known = new Map<string, string | null | undefined>();
  const text = (path: string) => {
    if (!known.has(path)) known.set(path, files.text(path));
    return known.get(path);
  };
  return (path) => isGitIgnored(path, { text }) === true;
}

/** What lies beside itself, or behind a link in the same repository. */
const textAt = (path: string) => nodeFiles([rootFolder(dirname(resolve(path)))]).text(path);

/**
 * Deployment files below a folder in name order, what cannot be read left out. YAML files, scripts
 * and READMEs count when their text says so.
 * @param leavesOut asked for each file that may be one
 */
export function deploymentFiles(
  folder: string,
  failed: (folder: string, error: unknown) => void,
  leavesOut: (path: string) => boolean = () => false,
): string[] {
  return [...walkFolder(folder, failed)].filter((path) => {
    const byName = kindOf(path);
    if (!byName && !/\.ya?ml$/i.test(path)) return false;
    if (!(byName && kindRow(byName).isKeptFromGit) && leavesOut(path)) return false;
    if (byName && concernsContainers(byName, '')) return true;
    const text = textAt(path) ?? '';
    const kind = kindOf(path, text);
    return kind !== undefined && concernsContainers(kind, text);
  });
}

export interface FoundConfig {
  /** Where it is. */
  path: string;
  config: ConfigFile;
  problems: ConfigProblem[];
  text: string;
}

/** Finds the configuration of one file after the other: each is read once. */
export interface Configs {
  /** Undefined: there is none. */
  named(path: string): FoundConfig | undefined;
  /**
   * `inside`: the file's path from the configuration's folder. `foreign`: another user's, which is
   * not read.
   */
  nearest(path: string): Promise<{ found: FoundConfig; inside: string } | { foreign: string } | undefined>;
}

/** @param roots folders of what is checked; with them and the current folder the search ends */
export function configs(roots: readonly string[]): Configs {
  const known = new Map<string, FoundConfig | undefined>();
  const named = (path: string) => {
    if (!known.has(path)) {
      const text = textAt(path);
      known.set(path, typeof text === 'string' ? { path, text, ...readConfig(path, text) } : undefined);
    }
    return known.get(path);
  };
  const ends = [...roots, process.cwd()].map((folder) => pathToFileURL(folder).href);
  let foreign: string | undefined;
  const search: ConfigSearch = {
    text: async (uri) => named(fileURLToPath(uri))?.text ?? null,
    tops: () => ends,
    isForeign(config, uri) {
      foreign = isForeign(config, uri) ? fileURLToPath(config) : undefined;
      return foreign !== undefined;
    },
  };
  return {
    named,
    nearest: async (path) => {
      foreign = undefined;
      const nearest = await nearestConfigText(pathToFileURL(resolve(path)).href, search);
      if (foreign !== undefined) return { foreign };
      return nearest && { found: named(fileURLToPath(nearest.uri))!, inside: nearest.path };
    },
  };
}

/** Forward slashes, relative to the configuration's folder. */
export const pathBeside = (config: FoundConfig, path: string): string =>
  relative(dirname(resolve(config.path)), resolve(path))
    .split(sep)
    .join('/');
