/** Entry for desktop and remote hosts: registers everything, loads nothing heavy. */
import * as vscode from 'vscode';
import { checkedNotification } from '../worker/protocol/methods';
import type { App } from './app';
import { commands } from './commands';
import { checkStatus } from './features/checkStatus';
import { followSelection } from './features/followSelection';
import { registerRulePages } from './features/rulePages';
import { guarded } from './guarded';
import { lanAddresses } from './lanAddresses';
import { lateServer } from './lateServer';
import { lastFolder } from './out/lastFolder';
import { trackLastEditor } from './panel/lastEditor';
import { createQrPanel } from './panel/qrPanel';
import { panelActions } from './panelActions';
import { startNodeWorker } from './startNodeWorker';
import { startsLinter } from './startsLinter';

let stop: (() => Promise<void>) | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('QR Code Master', { log: true });
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist').fsPath;
  const status = checkStatus();
  const server = lateServer(
    log,
    () => startNodeWorker(dist, (line) => log.warn(line.trimEnd())),
    (client) => client.onNotification(checkedNotification, status.show),
  );
  stop = server.dispose;

  const editors = trackLastEditor();
  const actions = panelActions({
    server,
    last: lastFolder(context.workspaceState),
    editor: editors.editor,
    follow: (on) => follow.set(on),
  });
  const panel = createQrPanel(context.extensionUri, actions, editors, log);
  const follow = followSelection(panel, (action) => void guarded({ log }, action));
  let check: ReturnType<App['workspaceCheck']> | undefined;
  const workspaceCheck = () => {
    check ??= import('./features/workspaceCheck').then((late) => late.workspaceCheck(server, context.subscriptions));
    return check;
  };
  const app: App = { context, log, server, panel, actions, editors, follow, workspaceCheck, lanAddresses };
  context.subscriptions.push(log, editors, panel, follow, status, registerRulePages(context.extensionUri));
  for (const command of commands) {
    context.subscriptions.push(vscode.commands.registerCommand(command.id, (...args) => guarded(app, () => command.run(app, ...args))));
  }

  // The linter starts with the first deployment file, not before.
  const start = (document: vscode.TextDocument) => {
    if (startsLinter(document)) void guarded(app, () => server.client());
  };
  vscode.workspace.textDocuments.forEach(start);
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(start), vscode.workspace.onDidSaveTextDocument(start));
}

export const deactivate = (): Promise<void> | undefined => stop?.();
