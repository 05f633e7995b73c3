/** Whether a path of the command line is a folder, or a link to one; `-` is standard input. */
import { statSync } from 'node:fs';

export function isFolderAt(path: string): boolean {
  try {
    return path !== '-' && statSync(path).isDirectory();
  } catch {
    return false;
  }
}
