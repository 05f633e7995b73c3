/** The command behind edits of other files that are to hold at once: it saves them. */
import * as vscode from 'vscode';

/** Not in the palette; its argument is a URI. */
export const SAVE_FILE = 'qrCodeMaster.saveFile';

export async function saveFile(uri: string): Promise<void> {
  await (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).save();
}
