/** The `.qrcodemaster.yaml` that holds for a document: the nearest one in its folder or above, up to the workspace folder. */
import { CONFIG_NAMES, configFor, type LintConfig, readConfig } from './compliance/config';

/** Deeper trees than this are no workspace of ours. */
const MAX_LEVELS = 24;

const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

export interface ConfigText {
  uri: string;
  text: string;
  /** The document's path from the configuration's folder. */
  path: string;
}

/**
 * @param read the text of a file, or null when there is none
 * @param folders workspace folders; without one only the document's own folder is looked at
 */
export async function nearestConfigText(
  uri: string,
  folders: readonly string[],
  read: (uri: string) => Promise<string | null>,
): Promise<ConfigText | undefined> {
  if (!uri.includes('/')) return undefined;
  const root = rootOf(uri, folders);
  let folder = parentOf(uri);
  for (let level = 0; level < MAX_LEVELS; level++) {
    for (const name of CONFIG_NAMES) {
      const text = await read(`${folder}/${name}`);
      if (text !== null) return { uri: `${folder}/${name}`, text, path: pathFrom(folder, uri) };
    }
    if (folder === root || root === undefined) return undefined;
    folder = parentOf(folder);
  }
  return undefined;
}

/** @returns undefined: there is none; 'ignored': it says that this file is not to be checked */
export async function nearestConfig(...asked: Parameters<typeof nearestConfigText>): Promise<LintConfig | 'ignored' | undefined> {
  const found = await nearestConfigText(...asked);
  return found && (configFor(readConfig(found.uri, found.text).config, found.path) ?? 'ignored');
}

/** Where a new one goes: the top of the workspace, or beside a document of none. */
export function newConfig(uri: string, folders: readonly string[]): Omit<ConfigText, 'text'> {
  const folder = rootOf(uri, folders) ?? parentOf(uri);
  return { uri: `${folder}/${CONFIG_NAMES[0]}`, path: pathFrom(folder, uri) };
}

const rootOf = (uri: string, folders: readonly string[]) => folders.find((folder) => uri.startsWith(`${folder}/`));
const pathFrom = (folder: string, uri: string) => decodeURIComponent(uri.slice(folder.length + 1));
