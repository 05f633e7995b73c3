import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { system } from '../../src/audit/writeBeside';
import { replaceFiles } from '../../src/cli/writeFiles';

afterEach(() => vi.restoreAllMocks());

const folderWith = (texts: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  return folder;
};
const textsIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

const FILES = ['a', 'b', 'c'].map((path) => ({ path, text: `new ${path}` }));

it('replaces those that are there and makes the others', () => {
  const folder = folderWith({ a: 'old a', c: 'old c' });
  replaceFiles(folder, FILES);
  expect(textsIn(folder)).toEqual({ a: 'new a', b: 'new b', c: 'new c' });
});

it.each([1, 2, 3])('leaves everything as it was when write %i of 3 fails', (failing) => {
  const folder = folderWith({ a: 'old a', c: 'old c' });
  const write = system.writeFileSync;
  let writes = 0;
  vi.spyOn(system, 'writeFileSync').mockImplementation((...args) => {
    if (++writes === failing) throw new Error('ENOSPC');
    write(...args);
  });
  expect(() => replaceFiles(folder, FILES)).toThrow('file-unwritable');
  expect(textsIn(folder)).toEqual({ a: 'old a', c: 'old c' });
});

it.each([
  [1, {}],
  [2, { a: 'new a' }],
])('leaves nothing but what was replaced before when rename %i of 3 fails', (failing, replaced) => {
  const before = { a: 'old a', c: 'old c', d: 'old d' };
  const folder = folderWith(before);
  const rename = system.renameSync;
  let renames = 0;
  vi.spyOn(system, 'renameSync').mockImplementation((...args) => {
    if (++renames === failing) throw new Error('EPERM');
    rename(...args);
  });
  expect(() => replaceFiles(folder, [...FILES, { path: 'd', text: 'new d' }])).toThrow('file-unwritable');
  expect(textsIn(folder)).toEqual({ ...before, ...replaced });
});

it('replaces no folder, and nothing before it', () => {
  const folder = folderWith({ a: 'old a' });
  mkdirSync(join(folder, 'c'));
  expect(() => replaceFiles(folder, FILES)).toThrow('file-unwritable');
  expect(readdirSync(folder)).toEqual(['a', 'c']);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old a');
});

it('leaves no folder that it made', () => {
  const folder = folderWith({});
  const write = system.writeFileSync;
  let writes = 0;
  vi.spyOn(system, 'writeFileSync').mockImplementation((...args) => {
    if (++writes === 3) throw new Error('ENOSPC');
    write(...args);
  });
  const files = ['x/a', 'x/y/b', 'z/c'].map((path) => ({ path, text: 'new' }));
  expect(() => replaceFiles(join(folder, 'deep/er'), files)).toThrow('file-unwritable');
  expect(readdirSync(folder)).toEqual([]);
});

it('names the folder that cannot be made', () => {
  const folder = folderWith({ a: 'a file' });
  expect(() => replaceFiles(join(folder, 'a/b'), FILES)).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ reason: expect.stringMatching(/ENOTDIR|EEXIST/) }) }),
  );
});
