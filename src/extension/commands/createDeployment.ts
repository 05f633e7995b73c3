/** Makes the files of a compliant deployment in a folder of the workspace. */
import type { Command } from '../app';
import { failureTold } from '../audit/failureTold';

export const createDeployment: Command = {
  id: 'qrCodeMaster.createDeployment',
  async run({ server, operations }) {
    const { scaffoldSteps } = await import('../steps/scaffoldSteps');
    const folder = await failureTold(
      operations,
      () => ({ op: 'create' }),
      () => scaffoldSteps(server),
    );
    if (folder) operations.note({ op: 'create', target: folder.toString(), result: 'ok' });
  },
};
