/** Gives every scenario the same .vsix: the one named by E2E_VSIX, else a fresh one. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pack } from '../../scripts/package.mjs';

export default async function packOnce(): Promise<() => void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-e2e-'));
  process.env.E2E_VSIX ??= await pack({ out: path.join(folder, 'qr-code-master.vsix') });
  return () => rmSync(folder, { recursive: true, force: true });
}
