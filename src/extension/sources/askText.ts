/** Asks for the text of a symbol. */
import * as vscode from 'vscode';

/** Undefined when the user cancelled or typed nothing. */
export async function askText(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Generate QR Code'),
    prompt: vscode.l10n.t('Text or link for the QR code'),
    ignoreFocusOut: true,
  });
  return typed || undefined;
}
