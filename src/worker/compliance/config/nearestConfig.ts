/**
 * The `.qrcodemaster.yaml` that holds for a document: the nearest one in its folder or above, up to
 * the repository or the workspace folder.
 */
import { CONFIG_NAMES, type ConfigFile } from '../config';
import { decodedPart } from '../files';
import { setBounded } from '../setBounded';
import { folderAround, isBelow } from '../workspaceFolder';
import type { ConfigProblem } from './problem';
import { readConfig } from './readConfig';

/** Deeper trees than this are no workspace of ours. */
const MAX_LEVELS = 24;

const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

export interface ConfigText {
  uri: string;
  text: string;
  /** The document's path from the configuration's folder. */
  path: string;
}

/** Where to look; all addresses are URIs. */
export interface ConfigSearch {
  /** The text of a file, or null when there is none. */
  text(uri: string): Promise<string | null>;
  /**
   * Folders that nothing is looked for above; of a document in none of them only its own folder is
   * looked at.
   */
  tops(): readonly string[];
  /**
   * Whether somebody else could have put a configuration above a file: then it is passed over, and
   * so is what lies above it.
   */
  isForeign(config: string, uri: string): boolean;
}

export async function nearestConfigText(
  uri: string,
  { text, tops, isForeign }: ConfigSearch,
): Promise<ConfigText | undefined> {
  if (!uri.includes('/')) return undefined;
  const ends = tops();
  let folder = parentOf(uri);
  for (let level = 0; level < MAX_LEVELS; level++) {
    for (const name of CONFIG_NAMES) {
      const config = `${folder}/${name}`;
      const written = await text(config);
      if (written !== null)
        return isForeign(config, uri) ? undefined : { uri: config, text: written, path: pathFrom(folder, uri) };
    }
    folder = parentOf(folder);
    if (!ends.some((end) => isBelow(end, folder))) return undefined;
  }
  return undefined;
}

/** More than a workspace has; the oldest go. */
const MAX_KEPT = 100;

/** As they were last read: the files of a workspace share one. */
const known = new Map<string, ReadConfig>();

export interface ReadConfig {
  text: string;
  config: ConfigFile;
  problems: ConfigProblem[];
}

/** Read once for all the documents that it holds for. */
export function configOf({ uri, text }: Pick<ConfigText, 'uri' | 'text'>): ReadConfig {
  const before = known.get(uri);
  if (before?.text === text) return before;
  const read = { text, ...readConfig(uri, text) };
  setBounded(known, uri, read, MAX_KEPT);
  return read;
}

/** The one that holds, or would be made, without a text. */
export const nearestOrNewConfig = async (
  uri: string,
  search: ConfigSearch,
  folders: readonly string[],
): Promise<Omit<ConfigText, 'text'> & { text?: string }> =>
  (await nearestConfigText(uri, search)) ?? newConfig(uri, folders);

/** Where a new one goes: the top of the workspace, or beside a document of none. */
function newConfig(uri: string, folders: readonly string[]): Omit<ConfigText, 'text'> {
  const folder = folderAround(uri, folders) ?? parentOf(uri);
  return { uri: `${folder}/${CONFIG_NAMES[0]}`, path: pathFrom(folder, uri) };
}

const pathFrom = (folder: string, uri: string) => decodedPart(uri.slice(folder.length + 1));
