/**
 * The place of the history in the side bar, hidden while there is none; what fills it is loaded with
 * the first code, or when somebody looks.
 */
import * as vscode from 'vscode';
import { type Late, late } from '../late';
import type { HistoryEntry } from './historyEntries';
import { type HistoryParts, historySize } from './historyParts';
import { hasStored } from './historyStored';
import type { HistoryView } from './historyView';

const HISTORY_VIEW = 'qrCodeMaster.codes';

export interface HistoryTree extends vscode.Disposable {
  load(): Promise<HistoryView>;
  /** What is shown now. */
  remember(...shown: Parameters<HistoryView['remember']>): void;
}

export function historyTree(parts: HistoryParts): HistoryTree {
  const changed = new vscode.EventEmitter<undefined>();
  const load: Late<HistoryView> = late(async () => (await import('./historyView')).historyView(parts, view, changed));
  const view = vscode.window.createTreeView<HistoryEntry>(HISTORY_VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (entry) => (entry ? [] : (await load()).entries()),
      getTreeItem: async (entry) => (await load()).item(entry),
    },
  });
  /** Switched off, or made smaller, it holds for what is stored already. */
  const applySize = async () => {
    if (!(await hasStored(parts.context))) return;
    if (load.started() || historySize() === 0) await (await load()).applySize();
    else await vscode.commands.executeCommand('setContext', 'qrCodeMaster.hasCodes', true);
  };
  const configured = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('qrCodeMaster.history')) void applySize();
  });
  void applySize();
  return {
    load,
    remember(shown, how) {
      if (historySize() === 0 || (shown.made.length === 0 && shown.read.length === 0)) return;
      // Nobody waits for it, and nobody is disturbed by it.
      load()
        .then(({ remember }) => remember(shown, how))
        .catch((error) => parts.log.error(error));
    },
    dispose: () => {
      for (const part of [view, changed, configured]) part.dispose();
    },
  };
}
