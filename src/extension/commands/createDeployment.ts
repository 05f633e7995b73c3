/** Makes the files of a compliant deployment in a folder of the workspace. */
import type { Command } from '../app';

export const createDeployment: Command = {
  id: 'qrCodeMaster.createDeployment',
  async run({ server, operations }) {
    const folder = await (await import('../steps/scaffoldSteps')).scaffoldSteps(server);
    if (folder) operations.note({ op: 'create', target: folder.toString(), result: 'ok' });
  },
};
