/** Which of the files that a search finds are deployment files. */
import { concernsDeployment } from '../protocol/deploymentFiles';
import { kindRow } from '../protocol/fileKinds';
import { kindOf } from './kindOf';
import { fileKindOf } from './kinds/index';

type Text = string | null | undefined;

interface Asked {
  /** Whether git keeps the file out of commits, if that counts. */
  isIgnored(uri: string): boolean | Promise<boolean>;
  /** Read where the name does not say enough. Null: there is no such file; undefined: it cannot be read. */
  text(uri: string): Text | Promise<Text>;
}

/** Told by its name alone: any YAML file may be a deployment file. */
export const mayBeFound = (uri: string): boolean => kindOf(uri) !== undefined || /\.ya?ml$/i.test(uri);

/**
 * What a name does not settle counts when the text says so: YAML files, scripts, Markdown; a file with secrets counts
 * although git ignores it. A file that cannot be read is one as far as its name says: whoever reads it tells why not.
 */
export async function inSearch(uri: string, { isIgnored, text }: Asked): Promise<boolean> {
  if (!mayBeFound(uri)) return false;
  const byName = kindOf(uri);
  if (!(byName && kindRow(byName).isKeptFromGit) && (await isIgnored(uri))) return false;
  if (byName && concernsDeployment(byName, '') && !fileKindOf[byName].refuses) return true;
  const content = await text(uri);
  if (content === undefined) return byName !== undefined;
  const kind = content === null ? undefined : kindOf(uri, content);
  return kind !== undefined && concernsDeployment(kind, content!);
}
