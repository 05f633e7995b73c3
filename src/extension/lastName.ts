/** A file's name, out of its path. */

/** What stands behind the last slash: without its folders. */
export const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
