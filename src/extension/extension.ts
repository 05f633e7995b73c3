/** Entry for desktop and remote hosts: registers everything, loads nothing heavy. */
import * as vscode from 'vscode';
import { checkedNotification, configUsedNotification } from '../worker/protocol/checked';
import type { App } from './app';
import { lateOperations, recordedServer } from './audit/lateOperations';
import { notedConfigs } from './audit/notedConfigs';
import { commands } from './commands';
import { checklistTree } from './features/checklistTree';
import { checkStatus } from './features/checkStatus';
import { historyTree } from './features/historyTree';
import { pictureWays } from './features/pictureWays';
import { registerRulePages } from './features/rulePages';
import { guarded } from './guarded';
import { lanAddresses } from './lanAddresses';
import { type Late, late } from './late';
import { lateServer } from './lateServer';
import { trackLastEditor } from './panel/lastEditor';
import type { PanelHost } from './panel/panelHost';
import { PANEL_VIEW_TYPE } from './panel/viewType';
import { startNodeWorker } from './startNodeWorker';
import { startsLinter } from './startsLinter';
import { windowWork } from './windowWork';

let stop: (() => Promise<unknown>) | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('QR Code Master', { log: true });
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist').fsPath;
  const isInstalled = context.extensionMode === vscode.ExtensionMode.Production;
  const status = checkStatus();
  const operations = lateOperations({ context, log });
  const notesConfig = notedConfigs(operations);
  const server = recordedServer(
    lateServer(
      log,
      () => startNodeWorker(dist, (line) => log.warn(line.trimEnd())),
      (client) => {
        client.onNotification(checkedNotification, status.show);
        client.onNotification(configUsedNotification, notesConfig);
      },
      async () => isInstalled && (await import('./installCheck')).installCheck(context.extensionUri),
      ({ op, uri, rule }) =>
        operations.note({ op, target: uri, result: 'ok', ...(rule !== undefined && { detail: { rule } }) }),
    ),
    operations,
  );
  const work = windowWork(context.workspaceState);
  stop = () => Promise.all([work.end(), server.dispose(), operations.dispose()]);
  if (context.workspaceState.keys().some((key) => key.startsWith('unfinished.')))
    void guarded({ log }, async () => (await import('./tellUnfinished')).tellUnfinished(context.workspaceState));

  const editors = trackLastEditor();
  const panelHost: Late<PanelHost> = late(async () => {
    const { createPanelHost } = await import('./panel/panelHost');
    return createPanelHost({ context, server, editors, log, operations, work, remember: codes.remember });
  });
  const codes = historyTree({ context, log, editors, panelHost });
  const serializer = vscode.window.registerWebviewPanelSerializer(PANEL_VIEW_TYPE, {
    deserializeWebviewPanel: async (restored, saved) => (await panelHost()).panel.restore(restored, saved),
  });
  const workspaceCheck = late(async () =>
    (await import('./features/workspaceCheck')).workspaceCheck(server, operations, context.subscriptions),
  );
  const pictureSecrets = late(async () =>
    (await import('./features/pictureSecrets')).pictureSecrets({ context, server, panelHost }),
  );
  const parts = { context, log, server, operations, work, panelHost, editors, workspaceCheck, lanAddresses };
  const tree = checklistTree(parts);
  const app: App = { ...parts, checklist: tree.load, showChecklist: tree.show, history: codes.load, pictureSecrets };
  context.subscriptions.push(log, editors, serializer, status, tree, codes, registerRulePages(context.extensionUri));
  context.subscriptions.push(pictureWays(server, log));
  for (const command of commands) {
    context.subscriptions.push(
      vscode.commands.registerCommand(command.id, (...args) => guarded(app, () => command.run(app, ...args))),
    );
  }

  /** The linter starts with the first deployment file, not before; answers whether this is one. */
  const start = (document: vscode.TextDocument): boolean => {
    const isOurs = startsLinter(document);
    if (isOurs) void guarded(app, () => Promise.all([server.client(), tree.show()]));
    return isOurs;
  };
  vscode.workspace.textDocuments.forEach(start);
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(start),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (!start(document)) return;
      const { version } = document;
      operations.saved({ document, text: document.getText(), version, checked: status.checked(document) });
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('qrCodeMaster.audit')) operations.changed();
    }),
  );
}

export const deactivate = (): Promise<unknown> | undefined => stop?.();
