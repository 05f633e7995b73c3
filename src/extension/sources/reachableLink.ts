/** A telephone cannot open localhost: for a link to this machine the user chooses an address that others can reach. */
import * as vscode from 'vscode';
import type { LanAddress } from '../lanAddresses';
import { localLink, withHost } from './localLink';

interface Choice extends vscode.QuickPickItem {
  link(): Promise<string>;
}

/** The text itself when it is no such link; undefined when the user turned away. */
export async function reachableLink(text: string, lan: LanAddress[]): Promise<string | undefined> {
  const local = localLink(text);
  if (!local) return text;
  const choices: Choice[] = [];
  if (!vscode.env.remoteName)
    choices.push(
      ...lan.map(({ name, address }) => ({
        label: withHost(local, address),
        description: vscode.l10n.t('this machine in the network {0}', name),
        link: async () => withHost(local, address),
      })),
    );
  else
    choices.push({
      label: vscode.l10n.t('Forwarded Address'),
      description: vscode.l10n.t('VS Code forwards the port from {0}', vscode.env.remoteName),
      link: async () => (await vscode.env.asExternalUri(vscode.Uri.parse(text, true))).toString(true),
    });
  choices.push({ label: text, description: vscode.l10n.t('as it is: only this machine can open it'), link: async () => text });
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Which address should the QR code hold?'),
    placeHolder: vscode.l10n.t('A phone in the same network can open an address of this machine, but not localhost.'),
    ignoreFocusOut: true,
  });
  return chosen?.link();
}
