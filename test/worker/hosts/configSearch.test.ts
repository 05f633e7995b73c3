import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../../../src/worker/hosts/configSearch';

it('gives the folder with the repository, in the spelling of the address, or the folder itself', () => {
  const top = mkdtempSync(join(tmpdir(), 'repository-'));
  mkdirSync(join(top, 'with it', '.git'), { recursive: true });
  mkdirSync(join(top, 'with it', 'a', 'b'), { recursive: true });
  mkdirSync(join(top, 'without', 'a'), { recursive: true });
  // Editors write more characters as their codes than Node does.
  const address = `${pathToFileURL(top).href}/%77ith%20it`;
  for (const inside of ['', '/a', '/a/b']) expect(repository(`${address}${inside}`)).toBe(address);
  const bare = pathToFileURL(join(top, 'without', 'a')).href;
  expect(repository(bare)).toBe(bare);
  expect(repository('vscode-vfs://host/folder')).toBe('vscode-vfs://host/folder');
});
