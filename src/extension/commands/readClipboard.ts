/** Reads the picture of the clipboard: the panel's page alone can see it. */
import type { Command } from '../app';

export const readClipboard: Command = {
  id: 'qrCodeMaster.readClipboard',
  run: async ({ panelHost }) => (await panelHost()).panel.readClipboard(),
};
