/** Files of this machine as the engine asks for them. */
import type { WorkspaceFiles } from '../worker/compliance/index';
import { readFolderInside, readInside } from '../worker/hosts/readInside';
import { decodeText } from '../worker/text/decodeText';
import { unlessChanged } from './unlessChanged';

/** Bytes of an entry of a folder. */
const ENTRY = 100;

/** Neighbours by path, as far as they are regular files inside one of the folders. */
export const nodeFiles = (roots: readonly string[]): WorkspaceFiles => ({
  text: unlessChanged(
    (path) => {
      const bytes = readInside(path, roots);
      return bytes && decodeText(bytes).text;
    },
    (text) => text?.length ?? 0,
  ),
  folder: unlessChanged(
    (path) => readFolderInside(path, roots),
    (entries) => (entries?.length ?? 0) * ENTRY,
  ),
});
