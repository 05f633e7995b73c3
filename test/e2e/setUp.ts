/**
 * Once for all scenarios of a run: the .vsix (the one named by E2E_VSIX, else a fresh one), and the
 * folder of the VS Code that they share.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pack } from '../../scripts/package.mjs';
import { stopVscode } from './kit/server.mjs';

export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-e2e-'));
  process.env.E2E_VSIX ??= await pack({ out: path.join(folder, 'qr-code-master.vsix') });
  const state = path.join(folder, 'server');
  process.env.E2E_STATE = state;
  return async () => {
    await stopVscode({ state });
    rmSync(folder, { recursive: true, force: true });
  };
}
