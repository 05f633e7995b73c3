/** What is packaged is what .vscodeignore names, wherever that lies. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packagedSources } from '../../scripts/shippedFiles.mjs';

const folder = mkdtempSync(join(tmpdir(), 'shipped-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('takes the files of each folder that a pattern names, and no others', () => {
  const named = ['README.md', 'media/a.svg', 'new/c.md', 'new/deep/er/b.txt'];
  const others = ['LICENSE', 'media/deep/a.svg', 'media/a.png', 'new/c.txt', 'src/c.md', 'dist/cli.js'];
  for (const file of [...named, ...others]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  const patterns = ['**', '!README.md', '!dist/*.js', '!media/*.svg', '!new/deep/**', '!new/*.md'];
  writeFileSync(join(folder, '.vscodeignore'), patterns.join('\n'));
  expect([...packagedSources(folder).keys()]).toEqual(['readme.md', ...named.slice(1)]);
});
