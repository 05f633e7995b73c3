/** The commands of the checklist's view. */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { CHECKLIST_VIEW } from '../features/checklistTree';

export const checklistCommands: Command[] = [
  {
    id: 'qrCodeMaster.showChecklist',
    run: async ({ showChecklist }) => {
      await showChecklist();
      await vscode.commands.executeCommand(`${CHECKLIST_VIEW}.focus`);
    },
  },
  { id: 'qrCodeMaster.refreshChecklist', run: async ({ checklist }) => (await checklist()).refresh() },
  { id: 'qrCodeMaster.groupChecklist', run: async ({ checklist }) => (await checklist()).chooseGrouping() },
  { id: 'qrCodeMaster.filterChecklist', run: async ({ checklist }) => (await checklist()).chooseFilter() },
  { id: 'qrCodeMaster.exportReport', run: async ({ checklist }) => (await checklist()).exportReport() },
  { id: 'qrCodeMaster.showChecklistFixes', run: async ({ checklist }, node) => (await checklist()).showFixes(node) },
  { id: 'qrCodeMaster.waiveChecklistFinding', run: async ({ checklist }, node) => (await checklist()).waive(node) },
  { id: 'qrCodeMaster.openChecklistRule', run: async ({ checklist }, node) => (await checklist()).openPage(node) },
];
