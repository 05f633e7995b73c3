/** How a path is written from a folder. */
import { relative, resolve, sep } from 'node:path';

/** Of a path from a folder, with forward slashes. */
export const relativePath = (folder: string, path: string): string =>
  relative(resolve(folder), resolve(path)).split(sep).join('/');
