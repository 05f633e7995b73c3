/** Which files the arguments of `lint` name: themselves, or what a search of a folder finds. */
import { inSearch, isGitIgnored } from '../worker/compliance/index';
import { walkFolder } from '../worker/hosts/walkFolder';
import { isFolderAt } from './isFolderAt';
import { nodeFiles, textAt } from './workspace';

interface Search {
  /** Told of each folder that cannot be read. */
  failed(folder: string, error: unknown): void;
  /** Asked for each file that may be one. */
  isIgnored(path: string): boolean;
}

/** In name order; a path that does not exist stays in the list, and fails when it is read. */
export async function listFiles(paths: readonly string[], search: Search): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (!isFolderAt(path)) found.push(path);
    else for await (const file of deploymentFiles(path, search)) found.push(file);
  }
  return found;
}

/** Deployment files below a folder in name order, what cannot be read left out. */
export async function* deploymentFiles(folder: string, { failed, isIgnored }: Search): AsyncGenerator<string> {
  const text = (path: string) => textAt(path) ?? undefined;
  for (const path of walkFolder(folder, failed)) if (await inSearch(path, { isIgnored, text })) yield path;
}

/** Whether git ignores a file of these folders; each `.gitignore` is read once. */
export function gitIgnores(roots: readonly string[]): (path: string) => boolean {
  const files = nodeFiles(roots);
  const known = new Map<string, string | null | undefined>();
  const text = (path: string) => {
    if (!known.has(path)) known.set(path, files.text(path));
    return known.get(path);
  };
  return (path) => isGitIgnored(path, { text }) === true;
}
