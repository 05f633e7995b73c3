/** What the Explorer hands to a command of its menu. */
import * as vscode from 'vscode';

/** Empty in the palette. */
export function clickedUris(clicked: unknown, selected: unknown): vscode.Uri[] {
  if (Array.isArray(selected) && selected.length > 0) return selected.filter((uri) => uri instanceof vscode.Uri);
  return clicked instanceof vscode.Uri ? [clicked] : [];
}
