/** The checklist's place in the side bar: what fills it is loaded when somebody looks. */
import * as vscode from 'vscode';
import { type Late, late } from '../late';
import type { ChecklistNode } from './checklistNodes';
import type { ChecklistParts, ChecklistView } from './checklistView';

export const CHECKLIST_VIEW = 'qrCodeMaster.checklist';

export function checklistTree(parts: ChecklistParts): vscode.Disposable & { load(): Promise<ChecklistView> } {
  const changed = new vscode.EventEmitter<undefined>();
  const load: Late<ChecklistView> = late(async () =>
    (await import('./checklistView')).checklistView(parts, view, changed),
  );
  const view: vscode.TreeView<ChecklistNode> = vscode.window.createTreeView<ChecklistNode>(CHECKLIST_VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => (await load()).children(node),
      getTreeItem: async (node) => (await load()).item(node),
    },
  });
  return {
    load,
    dispose: () => {
      for (const part of [view, changed]) part.dispose();
    },
  };
}
