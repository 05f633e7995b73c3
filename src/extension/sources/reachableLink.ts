/**
 * A telephone cannot open localhost: for a link to this machine the user chooses an address that
 * others can reach.
 */
import * as vscode from 'vscode';
import type { LanAddress } from '../lanAddresses';
import { localLink, movedTo, withHost } from './localLink';

interface Choice extends vscode.QuickPickItem {
  link(): Promise<string>;
}

/** The text itself when it is no such link; undefined when the user cancelled. */
export async function reachableLink(text: string, lan: LanAddress[]): Promise<string | undefined> {
  const local = localLink(text);
  if (!local) return text;
  const { remoteName } = vscode.env;
  const machines = lan.map(({ name, address }) => ({
    label: withHost(local, address),
    description: remoteName
      ? vscode.l10n.t('the remote machine in the network {0}', name)
      : vscode.l10n.t('this machine in the network {0}', name),
    link: async () => withHost(local, address),
  }));
  const hint =
    machines.length > 0
      ? vscode.l10n.t('A phone in the same network can open an address of this machine, but not localhost.')
      : vscode.l10n.t('No network address was found that a phone could open.');
  const asItIs = {
    label: text,
    description: vscode.l10n.t('as it is: only this machine can open it'),
    link: async () => text,
  };
  if (!remoteName) return choose([...machines, asItIs], hint);
  const forwarded = {
    label: vscode.l10n.t('Forwarded Address'),
    description: vscode.l10n.t('VS Code forwards the port from {0}', remoteName),
    link: () => forwardedLink(local),
  };
  const link = await choose([forwarded, ...machines, asItIs], hint);
  // A desktop forwards the port to its own localhost.
  if (!link || link === text || !localLink(link)) return link;
  const { host } = new URL(link);
  return choose(
    [...machines, asItIs],
    vscode.l10n.t('VS Code forwards the port to {0} only, which a phone cannot open.', host),
  );
}

async function choose(choices: Choice[], placeHolder: string): Promise<string | undefined> {
  const title = vscode.l10n.t('Which address should the QR code hold?');
  return (await vscode.window.showQuickPick(choices, { title, placeHolder, ignoreFocusOut: true }))?.link();
}

/** Only the server itself is asked for: some hosts answer with its root, whatever the path. */
async function forwardedLink(local: URL): Promise<string> {
  const root = await vscode.env.asExternalUri(vscode.Uri.parse(`${local.origin}/`, true));
  return movedTo(local, root.toString(true));
}
