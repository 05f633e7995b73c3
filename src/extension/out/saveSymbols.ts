/** Saves symbols as files: one where the user says, or many into a folder. */
import * as vscode from 'vscode';
import { extensions } from '../../worker/protocol/style';
import { symbolName } from '../fileNameOf';
import type { SaveFormat } from '../panel/contract';
import type { BatchFolder, FilePlace, Outgoing, Went } from '../panel/panelParts';
import type { FileWriter } from '../windowWork';
import { filesInto } from './filesInto';
import { freeNames } from './freeName';
import type { LastFolder } from './lastFolder';

type Render = (made: Outgoing, format: SaveFormat) => Promise<Uint8Array>;

/** Without extension; a part of a set is numbered. */
function baseName({ source, item }: Outgoing): string {
  const name = symbolName({ source, item });
  return item.part ? `${name}-${item.part.index + 1}-of-${item.part.count}` : name;
}

/** Asks for the place of a file; undefined when the user cancelled. */
export async function pickFile(
  name: string,
  work: FileWriter,
  last: LastFolder,
  title = vscode.l10n.t('Save QR Code'),
): Promise<FilePlace | undefined> {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const target = await vscode.window.showSaveDialog({
    defaultUri: last.suggest(name),
    filters: { [extension.toUpperCase()]: [extension] },
    title,
  });
  if (!target) return undefined;
  return {
    name: vscode.workspace.asRelativePath(target),
    async write(bytes) {
      await work.write(target, bytes);
      last.remember(vscode.Uri.joinPath(target, '..'));
    },
  };
}

/** The name of the file as the user knows it, or undefined when the user cancelled. */
export async function saveSymbol(
  made: Outgoing,
  format: SaveFormat,
  render: Render,
  work: FileWriter,
  last: LastFolder,
  went?: Went,
): Promise<string | undefined> {
  const file = await pickFile(`${baseName(made)}${extensions[format]}`, work, last);
  if (!file) return undefined;
  const bytes = await render(made, format);
  await file.write(bytes);
  went?.(bytes);
  return file.name;
}

/** Asks for a folder to save many files in. */
export async function batchFolder(work: FileWriter, last: LastFolder): Promise<BatchFolder | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: last.folder(),
      openLabel: vscode.l10n.t('Save Here'),
      title: vscode.l10n.t('Folder for the QR Codes'),
    })) ?? [];
  if (!folder) return undefined;
  last.remember(folder);
  const free = await freeNames(folder);
  return {
    name: vscode.workspace.asRelativePath(folder),
    write: (name, bytes) => work.write(free(name), bytes),
  };
}

/** Every symbol into a folder; the folder's name. */
export async function saveSymbols(
  all: Outgoing[],
  format: SaveFormat,
  render: Render,
  work: FileWriter,
  last: LastFolder,
  went?: Went,
): Promise<string | undefined> {
  const folder = await batchFolder(work, last);
  if (!folder) return undefined;
  const write = filesInto(folder, (saved, place, reason) =>
    vscode.l10n.t('{0} QR codes were saved in {1}, then: {2}', saved, place, reason),
  );
  for (const made of all) {
    const bytes = await render(made, format);
    await write([{ name: `${baseName(made)}${extensions[format]}`, bytes }]);
    went?.(bytes);
  }
  return folder.name;
}
