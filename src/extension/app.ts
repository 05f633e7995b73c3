/** What the commands and features share: one object, made by `activate`. */
import type * as vscode from 'vscode';
import type { Method } from '../worker/protocol/methods';
import type { ServerClient } from './client';
import type { WorkspaceProblems } from './features/workspaceProblems';
import type { QrPanel } from './panel/qrPanel';

/** The server, started by the first request. */
export interface Server {
  request<Params extends object, Result>(method: Method<Params, Result>, params: Params, cancel?: vscode.CancellationToken): Promise<Result>;
  client(): Promise<ServerClient>;
  /** Ends the thread; the next request starts a new one. */
  restart(): Promise<void>;
}

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
