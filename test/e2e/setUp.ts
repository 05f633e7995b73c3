/**
 * Once for all scenarios of a run: the .vsix (the one named by E2E_VSIX, else a fresh one), the
 * folder of the VS Code that they share, and the recorder of what our code reaches for.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pack } from '../../scripts/package.mjs';
import { recorder } from '../quiet/recorder';
import { stopVscode } from './kit/server.mjs';

export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-e2e-'));
  process.env.E2E_VSIX ??= await pack({ out: path.join(folder, 'qr-code-master.vsix') });
  const state = path.join(folder, 'server');
  process.env.E2E_STATE = state;
  process.env.E2E_RECORD = path.join(folder, 'record');
  const { watched } = recorder(process.env.E2E_RECORD, 'qr-code-master.qr-code-master-');
  return async () => {
    const threads = watched();
    await stopVscode({ state });
    rmSync(folder, { recursive: true, force: true });
    // Silence counts for nothing where nobody listened.
    if (!threads.includes('worker.js')) throw new Error('the recorder saw no thread of the extension');
  };
}
