/** What git keeps out of commits: the `.gitignore` files from the file's folder upwards, nested ones included. */
import ignore from 'ignore';
import { resolveBeside, type WorkspaceFiles } from '../files';

/** Folders above the file that may hold a `.gitignore` for it. */
const HEIGHT = 4;

/** Undefined: a `.gitignore` is not loaded yet. The nearest file that says something about `uri` decides. */
export function isGitIgnored(uri: string, files: WorkspaceFiles): boolean | undefined {
  const parts = uri.split('/');
  for (let height = 0; height < HEIGHT; height++) {
    const path = parts.slice(-1 - height).join('/');
    const ignoreFile = resolveBeside(uri, `${'../'.repeat(height)}.gitignore`);
    if (ignoreFile === undefined || path === '') return false;
    const text = files.text(ignoreFile);
    if (text === undefined) return undefined;
    if (text === null) continue;
    const told = ignore().add(text).test(path);
    if (told.ignored || told.unignored) return told.ignored;
  }
  return false;
}
