/**
 * Opens a link out of a symbol, after its whole address was shown and confirmed: a symbol's text
 * comes from a stranger.
 */
import * as vscode from 'vscode';
import type { Link } from '../../worker/protocol/link';
import { openableLink } from '../../worker/protocol/openableLink';

/**
 * Whether it was opened. Text that is no http, https or mailto link is refused with a warning.
 * @param judged what is known of the address
 */
export async function openLink(text: string, judged: Link | undefined): Promise<boolean> {
  const link = openableLink(text);
  if (!link) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('This text is not a web or mail address, so it is not opened.'),
    );
    return false;
  }
  const open = vscode.l10n.t('Open');
  const written = link === text ? [] : [vscode.l10n.t('As written in the code: {0}', text)];
  const warnings = (judged?.warnings ?? []).map(({ message }) => `• ${message}`).join('\n');
  const detail = [link, ...written, ...(warnings ? [warnings] : [])].join('\n\n');
  const question = vscode.l10n.t('Open this link from a QR code? Check the whole address first.');
  const ask = judged?.warnings.some(({ severity }) => severity === 'warning')
    ? vscode.window.showWarningMessage
    : vscode.window.showInformationMessage;
  if ((await ask(question, { modal: true, detail }, open)) !== open) return false;
  // A Uri would be decoded and encoded again, so another address than the confirmed one could open;
  // VS Code takes a string as it is.
  return vscode.env.openExternal(link as unknown as vscode.Uri);
}
