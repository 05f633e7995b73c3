import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/init';
import { scaffold, scaffoldQuestions } from '../../src/worker/compliance/index';
import { cli, dir, newFolder, put } from './lintKit';

beforeEach(newFolder);
const init = (...args: string[]) => cli(['--dir', dir, ...args], '', run);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

it('makes every file, and lint finds nothing in them', async () => {
  const { code, out, err } = await init('--name', 'codes', '--port', '9000');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('DEPLOYMENT.md');
  const files = scaffold({ name: 'codes', port: '9000' }, 'en');
  expect(filesIn(dir)).toEqual(files.map(({ path }) => path).sort());
  for (const { path, text, isProgram } of files) {
    expect(readFileSync(join(dir, path), 'utf8')).toBe(text);
    expect((statSync(join(dir, path)).mode & 0o100) !== 0).toBe(isProgram === true);
  }
  const linted = await cli(['--format', 'json', dir]);
  expect(JSON.parse(linted.out).files.flatMap(({ findings }: { findings: unknown[] }) => findings)).toEqual([]);
  expect(linted.code).toBe(0);
});

it('--dry-run shows the files and writes none', async () => {
  const { code, out } = await init('--dry-run', '--domain', 'codes.example.org');
  expect(code).toBe(0);
  for (const { path } of scaffold({}, 'en')) expect(out).toContain(`==> ${path} <==\n`);
  expect(out).toContain('server_name codes.example.org;');
  expect(filesIn(dir)).toEqual([]);
});

it('names what exists and writes nothing; --missing-only makes the others', async () => {
  put('compose.yaml', 'services: {}\n');
  symlinkSync('nowhere', join(dir, 'Dockerfile'));
  const refused = await init();
  expect(refused.code).toBe(2);
  expect(refused.err).toMatch(/Dockerfile.*compose\.yaml.*--missing-only/);
  expect(filesIn(dir)).toEqual(['Dockerfile', 'compose.yaml']);
  const { code, err } = await init('--missing-only');
  expect(code).toBe(0);
  expect(err).toMatch(/Dockerfile, compose\.yaml/);
  expect(readFileSync(join(dir, 'compose.yaml'), 'utf8')).toBe('services: {}\n');
  expect(filesIn(dir)).toHaveLength(scaffold({}, 'en').length);
  expect(existsSync(join(dir, 'nowhere'))).toBe(false);
});

it('writes all of them or none', async () => {
  put('scripts', 'a file\n');
  await expect(init()).rejects.toMatchObject({ code: 'file-unwritable' });
  expect(filesIn(dir)).toEqual(['scripts']);
});

it('makes nothing behind a link that leads out of the folder', async () => {
  const inner = join(dir, 'inner');
  mkdirSync(inner);
  mkdirSync(join(dir, 'outer'));
  symlinkSync(join(dir, 'outer'), join(inner, 'etc'));
  await expect(cli(['--dir', inner], '', run)).rejects.toMatchObject({ code: 'link-outside' });
  expect(readdirSync(join(dir, 'outer'))).toEqual([]);
  expect(filesIn(inner)).toEqual(['etc']);
});

it.each<[string[], RegExp]>([
  [['--port', '80'], /--port: .*1024/],
  [['--name', 'a; rm -rf /'], /--name: /],
  [['--source', '0.0.0.0/0'], /--source: /],
  [['--proxy-digest', 'latest'], /--proxy-digest: .*sha256/],
  [['--nope'], /--nope/],
  [['folder'], /folder/],
  [['--dry-run', '--missing-only'], /--missing-only/],
])('%s: exit code 2, and nothing is written', async (args, message) => {
  const { code, err } = await init(...args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(filesIn(dir)).toEqual([]);
});

it('--help has an option for every question', async () => {
  const { code, out } = await init('--help');
  expect(code).toBe(0);
  for (const { name } of scaffoldQuestions()) expect(out).toContain(`--${name} `);
});

it('makes a folder that is not there', async () => {
  const folder = join(dir, 'a', 'b');
  expect((await cli([folder], '', run)).code).toBe(0);
  expect(existsSync(join(folder, 'compose.yaml'))).toBe(true);
  writeFileSync(join(dir, 'file'), '');
  await expect(cli(['--dir', join(dir, 'file')], '', run)).rejects.toMatchObject({ code: 'file-unwritable' });
});
