/** The hash of several files is that of the list which `sha256sum` prints. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { contentMark } from '../../src/cli/contentMark';
import { listMark } from '../../src/cli/listMark';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marks-'));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const names = ['b', 'a b', ...(process.platform === 'linux' ? ['back\\slash', 'new\nline', 're\rturn'] : [])];

it.skipIf(process.platform === 'win32')('whatever the names, in their order', () => {
  const files = names.map((name) => {
    writeFileSync(join(folder, name), `of ${name}`);
    return { path: join(folder, name), mark: contentMark(`of ${name}`) };
  });
  const printed = execFileSync('sha256sum', ['--', ...names].sort(), { cwd: folder });
  const sha256 = createHash('sha256').update(printed).digest('hex');
  expect(listMark(files)).toEqual({ bytes: files.reduce((sum, { mark }) => sum + mark.bytes, 0), sha256 });
});

it('of one file its own, of none that of nothing, and none where all are secret', () => {
  const secret = { path: '.env', mark: contentMark('a', true) };
  expect(listMark([{ path: 'a', mark: contentMark('a') }])).toEqual(contentMark('a'));
  expect(listMark([])).toEqual(contentMark(''));
  expect(listMark([secret, { ...secret, path: 'b.env' }])).toEqual({ bytes: 2 });
});
