/** The Python files of an application, by the folders that hold its packages. */
import { SKIPPED_FOLDERS } from '../../protocol/deploymentFiles';
import type { WorkspaceFiles } from '../files';
import { folderOf, inFolder } from './folders';

/** Files that stand at the top of a project. */
const TOP =
  /^(?:requirements.*\.txt|pyproject\.toml|setup\.(?:py|cfg)|pipfile|manage\.py|(?:docker|container)file|procfile|\.git)$/i;
const NOT_SHIPPED =
  /^(?:tests?|testing|docs?|migrations|alembic|env|\.?venv.*|site-packages|\..*|build|static|templates)$/i;

const MAX_UP = 3;
const MAX_DEPTH = 3;
const MAX_FILES = 200;

const above = (folder: string): string | undefined => {
  const at = folder.lastIndexOf('/');
  return at > 0 && !folder.endsWith(':/') && !folder.endsWith('//') ? folder.slice(0, at) : undefined;
};

/**
 * @param uri its own address is left out
 * @param top the folder to look into; absent: `uri` is one of them and lies in it
 */
export function applicationFiles(uri: string, files: WorkspaceFiles, top?: string): string[] {
  if (!files.folder || uri.startsWith('untitled:')) return [];
  const out: string[] = [];
  const walk = (folder: string, depth: number): void => {
    for (const { name, isFolder } of files.folder!(folder) ?? []) {
      const address = out.length < MAX_FILES ? inFolder(folder, name) : undefined;
      if (address === undefined) continue;
      if (!isFolder && name.endsWith('.py') && address !== uri) out.push(address);
      if (isFolder && depth < MAX_DEPTH && !NOT_SHIPPED.test(name) && !SKIPPED_FOLDERS.includes(name))
        walk(address, depth + 1);
    }
  };
  walk(top ?? topOf(folderOf(uri), files), 0);
  return out;
}

/** The nearest folder that looks like a project's; else the one that holds the outermost package. */
function topOf(own: string, files: WorkspaceFiles): string {
  let folder: string | undefined = own;
  for (let up = 0; folder !== undefined && up <= MAX_UP; up++) {
    const names: readonly { name: string }[] = files.folder!(folder) ?? [];
    if (names.some(({ name }) => TOP.test(name))) return folder;
    folder = above(folder);
  }
  folder = own;
  for (let up = 0; up < MAX_UP && (files.folder!(folder) ?? []).some(({ name }) => name === '__init__.py'); up++)
    folder = above(folder) ?? folder;
  return folder;
}
