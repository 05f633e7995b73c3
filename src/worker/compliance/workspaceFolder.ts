/** The folder of the workspace that an address is in. */
import { inFolder } from './deployment/folders';

/** What says which names of an address tell something of the file. */
export interface DocumentFolder {
  /**
   * Address of the workspace's folder or repository: the names of folders above it say nothing of a
   * file.
   */
  folder?: string;
  /** Whole address of the folder that relative ones go by. */
  base?: string;
}

/** Whether the address is of the folder or of something below it. */
export const isBelow = (folder: string, uri: string): boolean => uri === folder || uri.startsWith(`${folder}/`);

/** The innermost of the folders that hold the address; undefined: none does. */
export const folderAround = (uri: string, folders: readonly string[]): string | undefined =>
  folders.filter((folder) => isBelow(folder, uri)).sort((a, b) => b.length - a.length)[0];

/** The path in the folder, however the address is written; the address itself where it is elsewhere. */
export function pathInFolder(uri: string, { folder, base }: DocumentFolder): string {
  const isWhole = base === undefined || /^(?:\/|[a-z][\w+.-]*:)/i.test(uri);
  const whole = isWhole ? uri : inFolder(base, uri);
  return folder !== undefined && whole?.startsWith(`${folder}/`) ? whole.slice(folder.length + 1) : uri;
}
