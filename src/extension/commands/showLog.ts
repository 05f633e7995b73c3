/** Opens the output channel. */
import type { Command } from '../app';

export const showLog: Command = { id: 'qrCodeMaster.showLog', run: ({ log }) => log.show() };
