/** The two files of the panel's page, with the hashes that the page itself asks for, too. */
import * as vscode from 'vscode';
import { readShippedFile } from '../readShippedFile';

/** SHA-256, hexadecimal. */
const SUMS = { 'panel.js': 'sum-of:panel.js', 'panel.css': 'sum-of:panel.css' };

/** As the attribute `integrity` of a page wants it (W3C Subresource Integrity, 3.5). */
const asIntegrity = (sum: string): string =>
  `sha256-${btoa(sum.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))))}`;

export const panelIntegrity = {
  script: asIntegrity(SUMS['panel.js']),
  style: asIntegrity(SUMS['panel.css']),
};

/** Throws the fault `file-changed`: the page alone would stay empty without a word. */
export async function checkPanelAssets(extensionUri: vscode.Uri): Promise<void> {
  for (const [name, sum] of Object.entries(SUMS))
    await readShippedFile(vscode.Uri.joinPath(extensionUri, 'dist', name), sum);
}
