/**
 * Vitest's global set-up: the bundles that tests start as threads and processes are built before
 * any test runs.
 */
import { execFileSync } from 'node:child_process';

export default function buildOnce(): void {
  execFileSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
}
