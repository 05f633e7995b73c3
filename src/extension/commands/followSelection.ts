/** Starts making symbols of whatever is selected, and ends it. */
import type { Command } from '../app';

export const startFollowing: Command = {
  id: 'qrCodeMaster.startFollowing',
  run: async ({ panelHost }) => (await panelHost()).follow.set(true),
};
export const stopFollowing: Command = {
  id: 'qrCodeMaster.stopFollowing',
  run: async ({ panelHost }) => (await panelHost()).follow.set(false),
};
