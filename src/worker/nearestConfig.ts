/** The `.qrcodemaster.yaml` that holds for a document: the nearest one in its folder or above, up to the workspace folder. */
import { CONFIG_NAMES, configFor, type LintConfig, readConfig } from './compliance/config';

/** Deeper trees than this are no workspace of ours. */
const MAX_LEVELS = 24;

const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/**
 * @param read the text of a file, or null when there is none
 * @param folders workspace folders; without one only the document's own folder is looked at
 * @returns undefined: there is none; 'ignored': it says that this file is not to be checked
 */
export async function nearestConfig(
  uri: string,
  folders: readonly string[],
  read: (uri: string) => Promise<string | null>,
): Promise<LintConfig | 'ignored' | undefined> {
  if (!uri.includes('/')) return undefined;
  const root = folders.find((folder) => uri.startsWith(`${folder}/`));
  let folder = parentOf(uri);
  for (let level = 0; level < MAX_LEVELS; level++) {
    for (const name of CONFIG_NAMES) {
      const text = await read(`${folder}/${name}`);
      if (text === null) continue;
      const path = decodeURIComponent(uri.slice(folder.length + 1));
      return configFor(readConfig(`${folder}/${name}`, text).config, path) ?? 'ignored';
    }
    if (folder === root || root === undefined) return undefined;
    folder = parentOf(folder);
  }
  return undefined;
}
