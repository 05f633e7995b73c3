/**
 * Opens a link out of a symbol, after its whole address was shown and confirmed: a symbol's text
 * comes from a stranger.
 */
import * as vscode from 'vscode';
import { openableLink } from './links';

/** Whether it was opened. Text that is no http, https or mailto link is refused with a warning. */
export async function openLink(text: string): Promise<boolean> {
  const link = openableLink(text);
  if (!link) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('This text is not a web or mail address, so it is not opened.'),
    );
    return false;
  }
  const open = vscode.l10n.t('Open');
  const detail = link === text ? link : `${link}\n\n${vscode.l10n.t('As written in the code: {0}', text)}`;
  const question = vscode.l10n.t('Open this link from a QR code? Check the whole address first.');
  if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, open)) !== open) return false;
  // A Uri would be decoded and encoded again, so another address than the confirmed one could open;
  // VS Code takes a string as it is.
  return vscode.env.openExternal(link as unknown as vscode.Uri);
}
