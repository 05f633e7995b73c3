/**
 * Reads the codes of the pictures chosen in the Explorer, of the picture that is open, or of files
 * from a dialog.
 */
import * as vscode from 'vscode';
import { isPictureName, PICTURE_EXTENSIONS } from '../../worker/protocol/pictureFiles';
import type { Command } from '../app';
import { decodeFiles } from '../decodeFiles';

/** The picture shown by the active tab: an image preview is a custom editor, not a text editor. */
function openPicture(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
  return uri && isPictureName(uri.path) ? uri : undefined;
}

async function chosen(clicked: unknown, selected: unknown): Promise<vscode.Uri[]> {
  if (Array.isArray(selected) && selected.length > 0) return selected.filter((uri) => uri instanceof vscode.Uri);
  if (clicked instanceof vscode.Uri) return [clicked];
  const open = openPicture();
  if (open) return [open];
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: true,
    title: vscode.l10n.t('Pictures with QR codes'),
    filters: { [vscode.l10n.t('Pictures')]: PICTURE_EXTENSIONS },
  });
  return picked ?? [];
}

export const decodeImage: Command = {
  id: 'qrCodeMaster.decodeImage',
  async run({ server, panelHost }, clicked, selected) {
    const uris = await chosen(clicked, selected);
    if (uris.length === 0) return;
    const results = await decodeFiles(server, uris);
    if (results.length > 0) await (await panelHost()).panel.showPictures(results);
  },
};
