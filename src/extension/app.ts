/** What the commands and features share: one object, made by `activate`. */
import type * as vscode from 'vscode';
import type { WorkspaceProblems } from './features/workspaceProblems';
import type { Server } from './lateServer';
import type { QrPanel } from './panel/qrPanel';

export interface App {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  server: Server;
  panel: QrPanel;
  problems: WorkspaceProblems;
}

/** A command of the palette or a menu: its id and what it does with the arguments that VS Code passes. */
export interface Command {
  id: string;
  run(app: App, ...args: unknown[]): unknown;
}
