/** Makes a symbol of every selection, else of the link or the line at the cursor, else of what the user types. */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { encodeTexts } from '../encodeTexts';
import { linkAt } from '../linkAt';

/** The texts that the editor offers: exactly as selected. */
function textsOf(editor: vscode.TextEditor): string[] {
  const selected = editor.selections.filter((selection) => !selection.isEmpty).map((selection) => editor.document.getText(selection));
  if (selected.length > 0) return selected;
  const { line, character } = editor.selection.active;
  const text = editor.document.lineAt(line).text;
  const offered = linkAt(text, character) ?? text.trim();
  return offered ? [offered] : [];
}

export const generateFromSelection: Command = {
  id: 'qrCodeMaster.generateFromSelection',
  async run({ server, panel }) {
    const editor = vscode.window.activeTextEditor;
    let texts = editor ? textsOf(editor) : [];
    if (texts.length === 0) {
      const typed = await vscode.window.showInputBox({
        title: vscode.l10n.t('Generate QR Code'),
        prompt: vscode.l10n.t('Text or link for the QR code'),
        ignoreFocusOut: true,
      });
      if (!typed) return;
      texts = [typed];
    }
    panel.showSymbols(await encodeTexts(server, texts));
  },
};
