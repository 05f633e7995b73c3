/**
 * Makes a symbol of every selection, else of the link, string or line at the cursor, else of what
 * the user types.
 */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { askText } from '../sources/askText';
import { editorTexts } from '../sources/editorTexts';
import { reachableLink } from '../sources/reachableLink';

export const generateFromSelection: Command = {
  id: 'qrCodeMaster.generateFromSelection',
  async run({ panelHost, lanAddresses }) {
    const editor = vscode.window.activeTextEditor;
    const texts = editor ? editorTexts(editor) : [];
    if (texts.length > 1) return (await panelHost()).panel.make(texts.map((text) => ({ text })));
    const text = texts[0] ?? (await askText());
    const reachable = text && (await reachableLink(text, lanAddresses()));
    if (reachable) await (await panelHost()).panel.make([{ text: reachable }]);
  },
};
