/**
 * Makes a symbol of the address of a development server on this machine, as a telephone reaches it.
 */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { reachableLink } from '../sources/reachableLink';
import { serverLink } from '../sources/serverLink';

const KEY = 'lastPort';

export const generateForPort: Command = {
  id: 'qrCodeMaster.generateForPort',
  async run({ context, panelHost, lanAddresses }) {
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('QR Code for a Development Server'),
      prompt: vscode.l10n.t('Port of the server, with a path if you like, or its whole address'),
      placeHolder: '3000',
      value: context.workspaceState.get<string>(KEY, ''),
      ignoreFocusOut: true,
      validateInput: (value) =>
        value === '' || serverLink(value)
          ? undefined
          : vscode.l10n.t('Type a port from 1 to 65535, such as 3000 or 3000/path, or a web address.'),
    });
    const link = typed && serverLink(typed);
    if (!link) return;
    const reachable = await reachableLink(link, lanAddresses());
    const [made] = reachable ? await (await panelHost()).panel.make([{ text: reachable }]) : [];
    if (made && !made.secret) await context.workspaceState.update(KEY, typed);
  },
};
