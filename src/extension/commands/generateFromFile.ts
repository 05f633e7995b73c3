/**
 * Makes a symbol of the content of every file chosen in the Explorer, else of the open one, else of
 * files from a dialog.
 */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { fileOfTab } from '../fileOfTab';
import { fileSource } from '../sources/fileSource';
import { clickedUris } from './clickedUris';

async function chosen(clicked: unknown, selected: unknown): Promise<vscode.Uri[]> {
  const clickedOnes = clickedUris(clicked, selected);
  if (clickedOnes.length > 0) return clickedOnes;
  const open =
    vscode.window.activeTextEditor?.document.uri ?? fileOfTab(vscode.window.tabGroups.activeTabGroup.activeTab);
  if (open) return [open];
  return (
    (await vscode.window.showOpenDialog({ canSelectMany: true, title: vscode.l10n.t('Files for QR codes') })) ?? []
  );
}

export const generateFromFile: Command = {
  id: 'qrCodeMaster.generateFromFile',
  async run({ panelHost }, clicked, selected) {
    const uris = await chosen(clicked, selected);
    if (uris.length > 0) await (await panelHost()).panel.make(await Promise.all(uris.map(fileSource)));
  },
};
