import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keepMode } from '../../src/extension/keepMode';

const folder = mkdtempSync(join(tmpdir(), 'mode-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string, scheme = 'file') => ({ scheme, fsPath: join(folder, name) }) as never;

it.skipIf(process.platform === 'win32')('gives permissions and owner of a file of this machine', async () => {
  for (const name of ['old', 'new']) writeFileSync(join(folder, name), '');
  chmodSync(join(folder, 'old'), 0o640);
  await keepMode(at('old'), at('new'));
  expect(statSync(join(folder, 'new')).mode & 0o7777).toBe(0o640);
});

it('leaves files of other places as they are', async () => {
  await keepMode(at('not there', 'vscode-vfs'), at('nor there', 'vscode-vfs'));
});
