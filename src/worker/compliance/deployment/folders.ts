/** Addresses of folders, also of relative paths, whose own folder is `.`. */
import { resolveBeside } from '../files';

/** The folder that a file or a folder lies in. */
export const folderOf = (uri: string): string => (uri.includes('/') ? uri.slice(0, uri.lastIndexOf('/')) : '.');

/** Undefined: no address has such a name in it. */
export const inFolder = (folder: string, name: string): string | undefined =>
  resolveBeside(folder === '.' ? 'x' : `${folder}/x`, name);

/** Above it an address tells no names. */
const OUTERMOST = /^(?:|\.|[A-Za-z]:)$|\/$|(?:^|\/)\.\.$/;

/** The folder and those around it, as far as the address tells of them. */
export function* foldersUp(folder: string, most: number): Generator<string> {
  for (let up = 0, at = folder; up < most; up++, at = folderOf(at)) {
    yield at;
    if (OUTERMOST.test(at)) return;
  }
}
