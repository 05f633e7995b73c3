/**
 * Where this worker’s VS Code runs: scenario files that run at the same time, and versions, each
 * have a port and a folder of their own.
 */
import path from 'node:path';
import { newest } from '../../scripts/versions.mjs';

const version = process.env.E2E_VERSION ?? newest;
const number = Number(process.env.VITEST_POOL_ID ?? 1) - 1;
const folder = path.join(process.env.E2E_FOLDER!, `${version}-${number}`);

export const lane = {
  version,
  port: Number(process.env.E2E_PORT ?? 8976) + 2 * number + (version === newest ? 0 : 1),
  /** The server’s, with the installed extension and VS Code’s own files. */
  state: path.join(folder, 'server'),
  /** Of the recorder of what our code reaches for. */
  record: path.join(folder, 'record'),
};

/** Of a run of all scenarios: a file that fails is run once more, in windows that nobody used. */
export const isFirstAttempt = process.env.E2E_ATTEMPT === '1';
