/** Files of this machine as the engine asks for them. */
import type { WorkspaceFiles } from '../worker/compliance/index';
import { readFolderInside, readInside } from '../worker/hosts/readInside';
import { decodeText } from '../worker/text/decodeText';

/** Neighbours by path, as far as they are regular files inside one of the folders. */
export const nodeFiles = (roots: readonly string[]): WorkspaceFiles => ({
  text(path) {
    const bytes = readInside(path, roots);
    return bytes && decodeText(bytes).text;
  },
  folder: (path) => readFolderInside(path, roots),
});
