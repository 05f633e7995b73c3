/** Files around a Dockerfile that may say how its images are built. */
import type { Kind } from '../../protocol/fileKinds';
import type { WorkspaceFiles } from '../files';
import { kindOf } from '../kindOf';
import { folderOf, foldersUp, inFolder } from './folders';

const BUILDERS: ReadonlySet<Kind> = new Set(['compose', 'makefile', 'shell', 'ci', 'jenkins', 'markdown']);

/** Where pipelines are kept at the top of a repository. */
const PIPELINES = ['.github/workflows', '.gitea/workflows', '.forgejo/workflows', '.circleci'];

/** A Dockerfile rarely lies deeper below what builds it. */
const MAX_UP = 4;
const MAX_FILES = 200;

/** In the folders around it, up to the top of its repository; the nearest first. */
export function builderFiles(uri: string, files: WorkspaceFiles): string[] {
  if (!files.folder || uri.startsWith('untitled:')) return [];
  const out: string[] = [];
  for (const folder of foldersUp(folderOf(uri), MAX_UP)) {
    const entries = files.folder(folder);
    if (!entries) break;
    const isTop = entries.some(({ name }) => name === '.git');
    const pipelines = entries.some(({ name, isFolder }) => isFolder && name.startsWith('.')) ? PIPELINES : [];
    for (const each of [folder, ...pipelines.flatMap((path) => inFolder(folder, path) ?? [])])
      for (const { name, isFolder } of files.folder(each) ?? []) {
        const path = isFolder || out.length >= MAX_FILES ? undefined : inFolder(each, name);
        const kind = path === undefined ? undefined : kindOf(path);
        if (path !== undefined && kind !== undefined && BUILDERS.has(kind)) out.push(path);
      }
    if (isTop) break;
  }
  return out;
}
