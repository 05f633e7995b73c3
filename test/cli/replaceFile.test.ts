import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { system } from '../../src/audit/writeBeside';
import { createFile, prepareReplacement, replaceFile } from '../../src/cli/replaceFile';

let dir = '';
let outside = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'replace-'));
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
});
afterEach(() => vi.restoreAllMocks());

it('replaces a file, makes one, and writes through a link inside only', () => {
  replaceFile(join(dir, 'a'), 'one');
  replaceFile(join(dir, 'a'), Buffer.from('two'));
  symlinkSync('a', join(dir, 'link'));
  replaceFile(join(dir, 'link'), 'three');
  expect(readFileSync(join(dir, 'a'), 'utf8')).toBe('three');
  writeFileSync(join(outside, 'b'), 'theirs');
  symlinkSync(join(outside, 'b'), join(dir, 'out'));
  symlinkSync(join(outside, 'none'), join(dir, 'dangling'));
  for (const name of ['out', 'dangling']) expect(() => replaceFile(join(dir, name), 'x')).toThrow('link-outside');
  expect([readFileSync(join(outside, 'b'), 'utf8'), existsSync(join(outside, 'none'))]).toEqual(['theirs', false]);
  replaceFile(join(dir, 'out'), 'x', [outside]);
  expect(readFileSync(join(outside, 'b'), 'utf8')).toBe('x');
});

it('replaces files whose names are as long as names can be, and several of them at once', () => {
  const names = ['1', '2'].flatMap((i) => [`${'中'.repeat(83)}${i}.html`, `${'𠮷'.repeat(62)}a${i}.html`]);
  for (const name of names) expect(Buffer.byteLength(name)).toBe(255);
  for (const name of names) writeFileSync(join(dir, name), 'old');
  const replacements = names.map((name) => prepareReplacement(join(dir, name), name));
  for (const { commit } of replacements) commit();
  for (const name of names) expect(readFileSync(join(dir, name), 'utf8')).toBe(name);
  expect(readdirSync(dir).sort()).toEqual([...names].sort());
});

it('makes a new file only where nothing is, not even a link that leads nowhere', () => {
  createFile(join(dir, 'a'), 'x');
  symlinkSync(join(outside, 'none'), join(dir, 'dangling'));
  for (const name of ['a', 'dangling']) expect(() => createFile(join(dir, name), 'y')).toThrow('file-unwritable');
  expect([readFileSync(join(dir, 'a'), 'utf8'), existsSync(join(outside, 'none'))]).toEqual(['x', false]);
});

it('leaves nothing behind when it fails', () => {
  mkdirSync(join(dir, 'folder'));
  expect(() => replaceFile(join(dir, 'folder'), 'x')).toThrow('file-unwritable');
  expect(() => replaceFile(join(dir, 'none', 'a'), 'x')).toThrow('file-unwritable');
  vi.spyOn(system, 'writeFileSync').mockImplementation(() => {
    throw new Error('ENOSPC');
  });
  for (const write of [createFile, replaceFile]) expect(() => write(join(dir, 'new'), 'x')).toThrow('file-unwritable');
  expect(readdirSync(dir)).toEqual(['folder']);
});

it.skipIf(process.platform !== 'linux')('tells of a full device', () => {
  expect(() => replaceFile('/dev/full', 'x')).toThrow('file-unwritable');
});
