/** Makes the files of a compliant deployment in a folder of the workspace. */
import type { Command } from '../app';

export const createDeployment: Command = {
  id: 'qrCodeMaster.createDeployment',
  run: async ({ server }) => (await import('../steps/scaffoldSteps')).scaffoldSteps(server),
};
