/** Makes a symbol of the text on the clipboard, which is only read. */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { reachableLink } from '../sources/reachableLink';

export const generateFromClipboard: Command = {
  id: 'qrCodeMaster.generateFromClipboard',
  async run({ panelHost, lanAddresses }) {
    const text = await vscode.env.clipboard.readText();
    if (!text) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no text on the clipboard. Copy some first.'));
      return;
    }
    const reachable = await reachableLink(text, lanAddresses());
    if (reachable) await (await panelHost()).panel.make([{ text: reachable }]);
  },
};
