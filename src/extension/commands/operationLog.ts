/** The commands of the operation log. */
import type { Command } from '../app';

export const operationLogCommands: Command[] = [
  { id: 'qrCodeMaster.showOperationLog', run: async ({ operations }) => (await operations.commands()).show() },
  { id: 'qrCodeMaster.verifyOperationLog', run: async ({ operations }) => (await operations.commands()).verify() },
  { id: 'qrCodeMaster.exportOperationLog', run: async ({ operations }) => (await operations.commands()).export() },
];
