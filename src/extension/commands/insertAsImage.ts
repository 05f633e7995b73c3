/**
 * Puts a symbol of the selection, or of what the user types, as a picture into the Markdown or HTML
 * document at hand.
 */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { askText } from '../sources/askText';
import { editorTexts } from '../sources/editorTexts';

export const insertAsImage: Command = {
  id: 'qrCodeMaster.insertAsImage',
  async run({ panelHost, editors }) {
    const editor = vscode.window.activeTextEditor ?? editors.editor();
    const text = (editor && editorTexts(editor)[0]) ?? (await askText());
    if (!text) return;
    const { actions, panel } = await panelHost();
    const source = { text };
    const options = panel.options();
    const [item] = await actions.encode([source], panel.level(), false, options);
    if (!item) return;
    if (item.error) throw new Error(item.error.message);
    await actions.insertImage({ source, item }, options);
  },
};
