/** What git ignores; loads nothing else of the linter. */
import { resolve } from 'node:path';
import { isGitIgnored } from '../worker/compliance/ignoring';
import { nodeFiles } from './nodeFiles';

/** Whether git ignores a file of these folders; each `.gitignore` is read once. */
export function gitIgnores(roots: readonly string[]): (path: string) => boolean {
  const files = nodeFiles(roots);
  const known = new Map<string, string | null | undefined>();
  const text = (path: string) => {
    if (!known.has(path)) known.set(path, files.text(path));
    return known.get(path);
  };
  // From the current folder alone nobody sees the names of the folders around it.
  return (path) => isGitIgnored(resolve(path), { text }) === true;
}
