/** The checklist's place in the side bar: what fills it is loaded when somebody looks. */
import * as vscode from 'vscode';
import { type Late, late } from '../late';
import type { ChecklistNode } from './checklistNodes';
import type { ChecklistParts } from './checklistParts';
import type { ChecklistView } from './checklistView';

export const CHECKLIST_VIEW = 'qrCodeMaster.checklist';

/** Kept of the workspace: its side bar has the checklist. */
const SHOWN = 'checklist.shown';

export interface ChecklistTree extends vscode.Disposable {
  load(): Promise<ChecklistView>;
  /** Puts it into the side bar, and keeps it there: until then nothing was there to judge, and nobody asked. */
  show(): Promise<void>;
}

export function checklistTree(parts: ChecklistParts): ChecklistTree {
  const { workspaceState } = parts.context;
  const place = () => vscode.commands.executeCommand('setContext', 'qrCodeMaster.hasChecklist', true);
  const show = late(async () => {
    await place();
    if (!workspaceState.get(SHOWN)) await workspaceState.update(SHOWN, true);
  });
  if (workspaceState.get(SHOWN)) void place();
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
    show,
    dispose: () => {
      for (const part of [view, changed]) part.dispose();
    },
  };
}
