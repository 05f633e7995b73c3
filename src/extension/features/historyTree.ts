/**
 * The place of the history in the side bar, hidden while there is none; what fills it is loaded with
 * the first code, or when somebody looks.
 */
import * as vscode from 'vscode';
import type { LastEditor } from '../panel/lastEditor';
import type { PanelHost } from '../panel/panelHost';
import type { HistoryEntry } from './historyEntries';
import { hasStored } from './historyStored';
import type { HistoryView } from './historyView';

export const HISTORY_VIEW = 'qrCodeMaster.codes';

/** Of the application, what the history needs. */
export interface HistoryParts {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  editors: LastEditor;
  panelHost(): Promise<PanelHost>;
}

/** How many codes are kept; 0: none. */
export const historySize = (): number => vscode.workspace.getConfiguration('qrCodeMaster.history').get('size', 50);

export interface HistoryTree extends vscode.Disposable {
  load(): Promise<HistoryView>;
  /** What is shown now. */
  remember(...shown: Parameters<HistoryView['remember']>): void;
}

export function historyTree(parts: HistoryParts): HistoryTree {
  const changed = new vscode.EventEmitter<undefined>();
  let loaded: Promise<HistoryView> | undefined;
  const load = (): Promise<HistoryView> => {
    loaded ??= import('./historyView').then((late) => late.historyView(parts, view, changed));
    return loaded;
  };
  const view = vscode.window.createTreeView<HistoryEntry>(HISTORY_VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (entry) => (entry ? [] : (await load()).entries()),
      getTreeItem: async (entry) => (await load()).item(entry),
    },
  });
  /** Switched off, or made smaller, it holds for what is stored already. */
  const fit = async () => {
    if (!(await hasStored(parts.context))) return;
    if (loaded || historySize() === 0) await (await load()).fit();
    else await vscode.commands.executeCommand('setContext', 'qrCodeMaster.hasCodes', true);
  };
  const configured = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('qrCodeMaster.history')) void fit();
  });
  void fit();
  return {
    load,
    remember(shown, how) {
      if (historySize() === 0 || (shown.made.length === 0 && shown.read.length === 0)) return;
      // Nobody waits for it, and nobody is disturbed by it.
      load()
        .then((late) => late.remember(shown, how))
        .catch((error) => parts.log.error(error));
    },
    dispose: () => {
      for (const part of [view, changed, configured]) part.dispose();
    },
  };
}
