/** New files by one edit, which can be undone at once: all of them, or none. */
import * as vscode from 'vscode';

export interface NewFile {
  uri: vscode.Uri;
  text: string;
}

/**
 * @param root the folder that they and their own folders are made in
 * @throws an Error in the user's language, with nothing left of them
 */
export async function createFiles(root: vscode.Uri, files: readonly NewFile[]): Promise<void> {
  const contents = files.map(({ uri, text }) => ({ uri, bytes: new TextEncoder().encode(text) }));
  const missing = await onlyMissing(contents);
  const folders = await onlyMissing(foldersOf(root, files));
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, bytes } of contents)
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: bytes });
  if (await vscode.workspace.applyEdit(edit)) return;
  // VS Code ends in the middle, and leaves an empty file where there is no room.
  for (const file of missing) await takeBack(file);
  for (const { uri } of folders) await remove(uri);
  const [first, ...others] = files;
  const name = vscode.workspace.asRelativePath(others.length > 0 ? root : first!.uri);
  throw new Error(
    others.length > 0
      ? vscode.l10n.t(
          'no file was created in {0}: one of them exists already, the folder is read-only, or the disk is full',
          name,
        )
      : vscode.l10n.t('{0} was not written: it exists already, its folder is read-only, or the disk is full', name),
  );
}

/** Folders between the root and the files, the deepest first. */
function foldersOf(root: vscode.Uri, files: readonly NewFile[]): { uri: vscode.Uri }[] {
  const folders = new Map<string, vscode.Uri>();
  for (const { uri } of files) {
    const names = uri.path.slice(root.path.length).split('/').slice(1, -1);
    for (let depth = 1; depth <= names.length; depth++) {
      const folder = vscode.Uri.joinPath(root, ...names.slice(0, depth));
      folders.set(folder.path, folder);
    }
  }
  return [...folders.values()].sort((a, b) => b.path.length - a.path.length).map((uri) => ({ uri }));
}

async function onlyMissing<T extends { uri: vscode.Uri }>(all: readonly T[]): Promise<T[]> {
  const isThere = ({ uri }: T) =>
    vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
  const there = await Promise.all(all.map(isThere));
  return all.filter((_, i) => !there[i]);
}

/** Removes it where it is ours as far as it goes; somebody else's may have come meanwhile. */
async function takeBack({ uri, bytes }: { uri: vscode.Uri; bytes: Uint8Array }): Promise<void> {
  const there = await vscode.workspace.fs.readFile(uri).then(
    (found) => found,
    () => undefined,
  );
  if (there && there.length <= bytes.length && there.every((byte, i) => byte === bytes[i])) await remove(uri);
}

/** Not a folder with something in it. */
const remove = (uri: vscode.Uri): Thenable<void> => vscode.workspace.fs.delete(uri).then(undefined, () => {});
