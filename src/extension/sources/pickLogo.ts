/** Asks for the picture that is to stand in the middle of the symbols. */
import * as vscode from 'vscode';
import { lastName } from '../lastName';

/** A logo is shrunk to a few hundred pixels anyway. */
const MAX_LOGO_MEGABYTES = 8;

/** @throws an error in the user's language for a file that is too large or cannot be read */
export async function pickLogo(): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Picture for the Logo'),
      openLabel: vscode.l10n.t('Use as Logo'),
      filters: { [vscode.l10n.t('Pictures')]: ['png', 'jpg', 'jpeg', 'webp', 'gif', 'bmp'] },
    })) ?? [];
  if (!file) return undefined;
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > MAX_LOGO_MEGABYTES * 1024 * 1024)
    throw new Error(
      vscode.l10n.t('A logo may have {0} MB at most. Choose a smaller picture.', String(MAX_LOGO_MEGABYTES)),
    );
  const name = lastName(file.path).slice(-260);
  // A Node Buffer would reach the page as JSON: only a plain array passes as bytes.
  return { name, bytes: new Uint8Array(await vscode.workspace.fs.readFile(file)) };
}
