/** Searches the QR codes of the workspace's pictures for secrets. */
import type { Command } from '../app';

export const findPictureSecrets: Command = {
  id: 'qrCodeMaster.findPictureSecrets',
  run: async ({ pictureSecrets }) => (await pictureSecrets())(),
};
