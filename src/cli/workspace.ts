/** The file system as the lint engine wants to see it: deployment files of a folder, neighbours, the nearest configuration. */
import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_NAMES, type ConfigFile, readConfig } from '../worker/compliance/config';
import type { ConfigProblem } from '../worker/compliance/config/problem';
import type { WorkspaceFiles } from '../worker/compliance/files';
import { kindOf } from '../worker/compliance/kinds';
import { readInside, rootFolder } from '../worker/hosts/readInside';
import { walkFolder } from '../worker/hosts/walkFolder';
import { concernsContainers } from '../worker/protocol/deploymentFiles';
import { decodeText } from '../worker/text/decodeText';

/** Neighbours by path, as far as they are regular files inside one of the folders. */
export const nodeFiles = (roots: readonly string[]): WorkspaceFiles => ({
  text(path) {
    const bytes = readInside(path, roots);
    return bytes && decodeText(bytes).text;
  },
});

/** What lies beside itself, or behind a link in the same repository. */
const textAt = (path: string) => nodeFiles([rootFolder(dirname(resolve(path)))]).text(path);

/** Deployment files below a folder in name order, what cannot be read left out. YAML files, scripts and READMEs count when their text says so. */
export function deploymentFiles(folder: string, failed: (folder: string, error: unknown) => void): string[] {
  return [...walkFolder(folder, failed)].filter((path) => {
    const byName = kindOf(path);
    if (byName && concernsContainers(byName, '')) return true;
    if (!byName && !/\.ya?ml$/i.test(path)) return false;
    const text = textAt(path) ?? '';
    const kind = kindOf(path, text);
    return kind !== undefined && concernsContainers(kind, text);
  });
}

export interface FoundConfig {
  path: string;
  config: ConfigFile;
  problems: ConfigProblem[];
  text: string;
}

/** The configuration that holds for a path: the nearest one in its folder or above. */
export function nearestConfig(path: string, cache: Map<string, FoundConfig | undefined>): FoundConfig | undefined {
  const folder = dirname(resolve(path));
  if (cache.has(folder)) return cache.get(folder);
  const found = CONFIG_NAMES.map((name) => loadConfig(join(folder, name))).find((c) => c !== undefined);
  const parent = dirname(folder);
  const config = found ?? (parent === folder ? undefined : nearestConfig(folder, cache));
  cache.set(folder, config);
  return config;
}

export function loadConfig(path: string): FoundConfig | undefined {
  const text = textAt(path);
  return typeof text === 'string' ? { path, text, ...readConfig(path, text) } : undefined;
}

/** Forward slashes, relative to the configuration's folder. */
export const pathBeside = (config: FoundConfig, path: string): string =>
  relative(dirname(resolve(config.path)), resolve(path))
    .split(sep)
    .join('/');

/** Whether somebody else could have put the configuration there: neither the user, nor root, nor the owner of the file's folder. */
export function isForeign(config: string, path: string, user: number | undefined = process.getuid?.()): boolean {
  const owner = (at: string) => statSync(at, { throwIfNoEntry: false })?.uid;
  return user !== undefined && ![user, 0, owner(dirname(resolve(path)))].includes(owner(config));
}
