/** Writes files whole or not at all. */
import * as vscode from 'vscode';
import { fileOfTab } from './fileOfTab';
import { keepMode } from './keepMode';
import { writeFailure } from './writeFailure';

/**
 * What there was is replaced by what was written beside it, so that it stays when the disk is full;
 * of a new file that could not be written nothing is left.
 * @throws what `writeFailure` makes of VS Code's error
 */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    await write(target, bytes);
  } catch (error) {
    throw writeFailure(error, target);
  }
}

async function write(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const type = await typeOf(target);
  if (type === undefined) return writeNew(target, bytes);
  const beside = vscode.Uri.joinPath(target, '..', `.qr-code-master-${Math.random().toString(36).slice(2)}.tmp`);
  try {
    await writeNew(beside, bytes);
  } catch (error) {
    // Who may not write into the folder may still write the file.
    if (codeOf(error) !== 'NoPermissions') throw error;
    return fs.writeFile(target, bytes);
  }
  // A link stays one. VS Code renames by deleting first, which would close the tabs of the file.
  if (type === vscode.FileType.File && !isInTab(target)) {
    try {
      await keepMode(target, beside);
      return await fs.rename(beside, target, { overwrite: true });
    } catch {
      // Not every file system can, nor every file be deleted: there is room to write it as it stands.
    }
  }
  await remove(beside);
  await fs.writeFile(target, bytes);
}

async function writeNew(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, bytes);
  } catch (error) {
    await remove(file);
    throw error;
  }
}

/** Undefined: there is no such file. */
async function typeOf(file: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(file)).type;
  } catch (error) {
    return codeOf(error) === 'FileNotFound' ? undefined : vscode.FileType.Unknown;
  }
}

const remove = (file: vscode.Uri): Thenable<void> => vscode.workspace.fs.delete(file).then(undefined, () => {});

const codeOf = (error: unknown): string | undefined =>
  error instanceof vscode.FileSystemError ? error.code : undefined;

const isInTab = (file: vscode.Uri): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => fileOfTab(tab)?.toString() === file.toString()));
