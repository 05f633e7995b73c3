/** Makes a symbol of what the user types. */
import type { Command } from '../app';
import { askText } from '../sources/askText';
import { reachableLink } from '../sources/reachableLink';

export const generateFromInput: Command = {
  id: 'qrCodeMaster.generateFromInput',
  async run({ panelHost, lanAddresses }) {
    const text = await askText();
    const reachable = text && (await reachableLink(text, lanAddresses()));
    if (reachable) await (await panelHost()).panel.make([{ text: reachable }]);
  },
};
