/** What an operation was about, as the log names it. */
import * as vscode from 'vscode';

/** @param named address, or path as the user knows it. Outside the workspace, the name alone */
export function targetOf(named: string): string {
  const path = /^[a-z][\w+.-]+:/i.test(named) ? vscode.workspace.asRelativePath(vscode.Uri.parse(named)) : named;
  const isOutside = /^(?:[/\\]|[a-z]:)/i.test(path);
  return isOutside ? path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) : path;
}
