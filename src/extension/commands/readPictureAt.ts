/** Shows the picture at a place of a document in the panel; behind the link of a hover. */
import * as vscode from 'vscode';
import type { Command } from '../app';

export const readPictureAt: Command = {
  id: 'qrCodeMaster.readPictureAt',
  async run({ panelHost }, uri, line, character) {
    if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    await (await panelHost()).readAt(document, document.validatePosition(new vscode.Position(line, character)));
  },
};
