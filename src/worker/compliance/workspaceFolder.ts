/** The folder of the workspace that an address is in. */

/** Whether the address is of the folder or of something below it. */
export const isBelow = (folder: string, uri: string): boolean => uri === folder || uri.startsWith(`${folder}/`);

/** The innermost of the folders that hold the address; undefined: none does. */
export const folderAround = (uri: string, folders: readonly string[]): string | undefined =>
  folders.filter((folder) => isBelow(folder, uri)).sort((a, b) => b.length - a.length)[0];
