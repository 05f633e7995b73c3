/**
 * Reads all pictures of folders, or of the workspace, into a table; and of files from a dialog,
 * whatever is open.
 */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { openFolders } from '../openFolders';
import { askPictures } from './askPictures';
import { clickedUris } from './clickedUris';

async function askFolder(): Promise<vscode.Uri[]> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
    defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
    openLabel: vscode.l10n.t('Read Folder'),
    title: vscode.l10n.t('Folder of pictures with QR codes'),
  });
  return picked ?? [];
}

export const readFolder: Command = {
  id: 'qrCodeMaster.readFolder',
  async run({ panelHost }, clicked, selected) {
    const clickedOnes = clickedUris(clicked, selected);
    const roots = clickedOnes.length > 0 ? clickedOnes : await askFolder();
    if (roots.length > 0) await (await panelHost()).readChosen(roots);
  },
};

export const readWorkspace: Command = {
  id: 'qrCodeMaster.readWorkspace',
  async run({ panelHost }) {
    const folders = openFolders(vscode.l10n.t('Open a folder first: its pictures are read.'));
    if (!folders) return;
    const name = vscode.workspace.name ?? folders[0].name;
    const { panel } = await panelHost();
    await panel.showFolder(
      name,
      folders.map(({ uri }) => uri.toString()),
    );
  },
};

export const choosePictures: Command = {
  id: 'qrCodeMaster.choosePictures',
  async run({ panelHost }) {
    const uris = await askPictures();
    if (uris.length > 0) await (await panelHost()).readChosen(uris);
  },
};
