/** Ends the server's thread and starts a new one, and says so. */
import * as vscode from 'vscode';
import type { Command } from '../app';

const SHOWN_MS = 5000;

export const restartWorker: Command = {
  id: 'qrCodeMaster.restartWorker',
  async run({ server }) {
    await server.restart();
    vscode.window.setStatusBarMessage(vscode.l10n.t('QR Code Master: the worker was restarted.'), SHOWN_MS);
  },
};
