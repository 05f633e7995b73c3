/** What the commands and features share: one object, made by `activate`. */
import type * as vscode from 'vscode';
import type { Operations } from './audit/operations';
import type { ChecklistView } from './features/checklistView';
import type { HistoryView } from './features/historyView';
import type { LanAddress } from './lanAddresses';
import type { Server } from './lateServer';
import type { LastEditor } from './panel/lastEditor';
import type { PanelHost } from './panel/panelHost';
import type { WindowWork } from './windowWork';

export interface App {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  server: Server;
  /** Loads the panel with its actions, once. */
  panelHost(): Promise<PanelHost>;
  editors: LastEditor;
  /** Writes down what is done. */
  operations: Operations;
  /** Writes files, and keeps what takes longer from being lost in silence. */
  work: WindowWork;
  /** Loads the check of all files, once, and answers how to run it. */
  workspaceCheck(): Promise<() => Promise<boolean>>;
  /** Loads what fills the checklist's view, once. */
  checklist(): Promise<ChecklistView>;
  /** Puts the checklist into the side bar, where it stays. */
  showChecklist(): Promise<void>;
  /** Loads the search for secrets in pictures, once, and answers how to run it. */
  pictureSecrets(): Promise<() => Promise<void>>;
  /** Loads what fills the history's view, once. */
  history(): Promise<HistoryView>;
  /** None where the host has no operating system to ask. */
  lanAddresses(): LanAddress[];
}

/**
 * A command of the palette or a menu: its id and what it does with the arguments that VS Code
 * passes.
 */
export interface Command {
  id: string;
  run(app: App, ...args: unknown[]): unknown;
}
