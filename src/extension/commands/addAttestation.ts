/** Writes down who answers for a row of the checklist that no file proves. */
import type { Command } from '../app';

export const addAttestation: Command = {
  id: 'qrCodeMaster.addAttestation',
  /** @param wanted `{row}`, such as C86: then it is not asked for */
  async run({ server, operations }, wanted?: unknown) {
    const { attestationSteps } = await import('../steps/attestationSteps');
    await attestationSteps(server, operations, wanted);
  },
};
