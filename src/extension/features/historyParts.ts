/** What the history is given, and how much of it is kept. */
import * as vscode from 'vscode';
import type { LastEditor } from '../panel/lastEditor';
import type { PanelHost } from '../panel/panelHost';

/** Of the application, what the history needs. */
export interface HistoryParts {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  editors: LastEditor;
  panelHost(): Promise<PanelHost>;
}

/**
 * How many codes are kept; 0: none. A workspace may ask for fewer than its user, not for more: what
 * is read elsewhere is not its to keep.
 */
export function historySize(): number {
  const {
    defaultValue = 50,
    globalValue,
    workspaceValue,
  } = vscode.workspace.getConfiguration('qrCodeMaster.history').inspect<number>('size') ?? {};
  const own = globalValue ?? defaultValue;
  return Math.min(own, workspaceValue ?? own);
}
