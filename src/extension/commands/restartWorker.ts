/** Ends the server's thread and starts a new one. */
import type { Command } from '../app';

export const restartWorker: Command = { id: 'qrCodeMaster.restartWorker', run: ({ server }) => server.restart() };
