/** Where a path lies. */
import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path, both real, is the folder or below it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
