/** The file that a tab shows. */
import * as vscode from 'vscode';

/** Whatever kind of editor it is; undefined: a comparison, a page of an extension, a terminal. */
export function fileOfTab(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputText ||
    input instanceof vscode.TabInputCustom ||
    input instanceof vscode.TabInputNotebook
    ? input.uri
    : undefined;
}
