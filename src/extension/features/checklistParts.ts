import type * as vscode from 'vscode';
import type { Operations } from '../audit/operations';
import type { Server } from '../lateServer';
import type { PanelHost } from '../panel/panelHost';
import type { WindowWork } from '../windowWork';

/** Of the application, what the checklist and its report need. */
export interface ChecklistParts {
  log: vscode.LogOutputChannel;
  server: Server;
  operations: Pick<Operations, 'note'>;
  context: vscode.ExtensionContext;
  work: WindowWork;
  panelHost(): Promise<Pick<PanelHost, 'reader'>>;
}
