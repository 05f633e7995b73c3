import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('measures the decoder by its source, WebP too', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'decode-bench-')), 'nothing.md');
  const options = ['--folder', 'samples/pictures', '--engines', 'fast', '--out', out];
  const { stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/tsx/dist/cli.mjs'), 'bench/decodeNothing.ts', ...options],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(readFileSync(out, 'utf8')).toContain('| fast |');
});
