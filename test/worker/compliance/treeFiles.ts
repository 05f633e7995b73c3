/** A workspace out of a table of paths and texts. */
import type { WorkspaceFiles } from '../../../src/worker/compliance/files';

export const treeFiles = (files: Readonly<Record<string, string>>): WorkspaceFiles => ({
  text: (uri) => files[uri] ?? null,
  folder(uri) {
    const below = Object.keys(files).flatMap((path) =>
      uri === '.' ? path : path.startsWith(`${uri}/`) ? [path.slice(uri.length + 1)] : [],
    );
    const entries = new Map(below.map((path) => [path.split('/')[0]!, path.includes('/')]));
    return entries.size > 0
      ? [...entries].map(([name, isFolder]) => ({ name, isFolder })).sort((a, b) => (a.name < b.name ? -1 : 1))
      : null;
  },
});
