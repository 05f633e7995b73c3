/** Addresses of folders, also of relative paths, whose own folder is `.`. */
import { resolveBeside } from '../files';

/** The folder that a file or a folder lies in. */
export const folderOf = (uri: string): string => (uri.includes('/') ? uri.slice(0, uri.lastIndexOf('/')) : '.');

/** Undefined: no address has such a name in it. */
export const inFolder = (folder: string, name: string): string | undefined =>
  resolveBeside(folder === '.' ? 'x' : `${folder}/x`, name);
