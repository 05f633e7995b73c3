/**
 * Vitest's global set-up: the bundles that tests start as threads and processes are built before
 * any test runs, and what those do is logged in a folder of the run.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function buildOnce(): () => void {
  execFileSync(process.execPath, ['esbuild.mjs', '--metafile'], { stdio: 'inherit' });
  const log = mkdtempSync(join(tmpdir(), 'qrm-audit-'));
  process.env.QR_CODE_MASTER_AUDIT = log;
  return () => rmSync(log, { recursive: true, force: true });
}
