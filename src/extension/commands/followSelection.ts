/** Starts making symbols of whatever is selected, and ends it. */
import type { Command } from '../app';

export const startFollowing: Command = { id: 'qrCodeMaster.startFollowing', run: ({ follow }) => follow.set(true) };
export const stopFollowing: Command = { id: 'qrCodeMaster.stopFollowing', run: ({ follow }) => follow.set(false) };
