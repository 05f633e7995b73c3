/** Every command, once. */
import type { Command } from '../app';
import { addAttestation } from './addAttestation';
import { checklistCommands } from './checklist';
import { checkWorkspace } from './checkWorkspace';
import { createDeployment } from './createDeployment';
import { decodeImage } from './decodeImage';
import { findPictureSecrets } from './findPictureSecrets';
import { firstSteps } from './firstSteps';
import { startFollowing, stopFollowing } from './followSelection';
import { generateBatch } from './generateBatch';
import { generateForPort } from './generateForPort';
import { generateFromClipboard } from './generateFromClipboard';
import { generateFromFile } from './generateFromFile';
import { generateFromForm } from './generateFromForm';
import { generateFromInput } from './generateFromInput';
import { generateFromSelection } from './generateFromSelection';
import { historyCommands } from './history';
import { insertAsImage } from './insertAsImage';
import { openPanel } from './openPanel';
import { openRulePage } from './openRulePage';
import { operationLogCommands } from './operationLog';
import { readCellOutputs } from './readCellOutputs';
import { readClipboard } from './readClipboard';
import { choosePictures, readFolder, readWorkspace } from './readFolder';
import { readPictureAt } from './readPictureAt';
import { restartWorker } from './restartWorker';
import { showLog } from './showLog';
import { writeBaseline } from './writeBaseline';

export const commands: Command[] = [
  generateFromSelection,
  generateFromClipboard,
  generateFromInput,
  generateFromForm,
  generateFromFile,
  generateForPort,
  generateBatch,
  insertAsImage,
  startFollowing,
  stopFollowing,
  createDeployment,
  openPanel,
  decodeImage,
  choosePictures,
  readFolder,
  readWorkspace,
  readClipboard,
  readCellOutputs,
  readPictureAt,
  checkWorkspace,
  findPictureSecrets,
  addAttestation,
  writeBaseline,
  ...checklistCommands,
  ...firstSteps,
  ...historyCommands,
  openRulePage,
  restartWorker,
  showLog,
  ...operationLogCommands,
];
