/**
 * Reads the codes of the pictures and folders chosen in the Explorer, of the picture that is open,
 * or of files from a dialog.
 */
import * as vscode from 'vscode';
import { isPictureName } from '../../worker/protocol/pictureFiles';
import type { Command } from '../app';
import { askPictures } from './askPictures';
import { clickedUris } from './clickedUris';

/** The picture shown by the active tab: an image preview is a custom editor, not a text editor. */
function openPicture(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
  return uri && isPictureName(uri.path) ? uri : undefined;
}

export const decodeImage: Command = {
  id: 'qrCodeMaster.decodeImage',
  async run({ panelHost }, clicked, selected) {
    const clickedOnes = clickedUris(clicked, selected);
    const open = openPicture();
    const uris = clickedOnes.length > 0 ? clickedOnes : open ? [open] : await askPictures();
    if (uris.length > 0) await (await panelHost()).readChosen(uris);
  },
};
