/** Asks for picture files. */
import * as vscode from 'vscode';
import { PICTURE_EXTENSIONS } from '../../worker/protocol/pictureFiles';

/** None when the user cancelled. */
export async function askPictures(): Promise<vscode.Uri[]> {
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: true,
    title: vscode.l10n.t('Pictures with QR codes'),
    filters: { [vscode.l10n.t('Pictures')]: PICTURE_EXTENSIONS },
  });
  return picked ?? [];
}
