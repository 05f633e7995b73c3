/**
 * The linter as it ships, in one bundle: what loads the benches keeps the name of every function,
 * which costs time that no user spends.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'linter-'));
const outfile = join(folder, 'linter.cjs');
buildSync({
  stdin: {
    contents:
      "export * from './lint'; export * from './config'; export * from './config/readConfig'; export * from './kindOf'",
    resolveDir: join(__dirname, '../src/worker/compliance'),
  },
  bundle: true,
  platform: 'node',
  target: 'node20',
  outfile,
});

type Linter = typeof import('../src/worker/compliance/lint') &
  typeof import('../src/worker/compliance/config') &
  typeof import('../src/worker/compliance/config/readConfig') &
  typeof import('../src/worker/compliance/kindOf');

export const { lint, readConfig, configFor, kindOf }: Linter = require(outfile);
rmSync(folder, { recursive: true });
