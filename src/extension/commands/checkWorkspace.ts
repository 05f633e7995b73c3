/** Lints every deployment file of the workspace and fills the Problems panel. */
import type { Command } from '../app';

export const checkWorkspace: Command = {
  id: 'qrCodeMaster.checkWorkspace',
  run: async ({ workspaceCheck, showChecklist }) => {
    if (await (await workspaceCheck())()) await showChecklist();
  },
};
