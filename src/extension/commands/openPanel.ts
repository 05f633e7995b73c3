/** Brings the panel to the front, with the focus in it. */
import type { Command } from '../app';

export const openPanel: Command = {
  id: 'qrCodeMaster.openPanel',
  run: async ({ panelHost }) => (await panelHost()).panel.reveal(),
};
