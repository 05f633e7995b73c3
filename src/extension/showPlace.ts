/** The command behind fixes that leave words to a person: it goes where they are to be written. */
import * as vscode from 'vscode';

/** Not in the palette; its arguments are a URI and a position in LSP's shape. */
export const SHOW_PLACE = 'qrCodeMaster.showPlace';

export async function showPlace(uri: string, { line, character }: { line: number; character: number }): Promise<void> {
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(at, at) });
}
