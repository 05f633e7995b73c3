/** Every command, once. */
import type { Command } from '../app';
import { checkWorkspace } from './checkWorkspace';
import { decodeImage } from './decodeImage';
import { generateFromSelection } from './generateFromSelection';
import { openRulePage } from './openRulePage';
import { restartWorker } from './restartWorker';
import { showLog } from './showLog';

export const commands: Command[] = [generateFromSelection, decodeImage, checkWorkspace, openRulePage, restartWorker, showLog];
