/**
 * The texts that an editor offers: its selections exactly as they are, else the link or string at
 * the cursor, else the line.
 */
import type * as vscode from 'vscode';
import { linkAt } from '../linkAt';
import { stringAt } from './stringAt';

export function editorTexts({ document, selections, selection }: vscode.TextEditor): string[] {
  const selected = selections.filter((each) => !each.isEmpty).map((each) => document.getText(each));
  if (selected.length > 0) return selected;
  const { line, character } = selection.active;
  const text = document.lineAt(line).text;
  const offered = linkAt(text, character) ?? stringAt(text, character) ?? text.trim();
  return offered ? [offered] : [];
}
