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

/** How many codes are kept; 0: none. */
export const historySize = (): number => vscode.workspace.getConfiguration('qrCodeMaster.history').get('size', 50);
