/** The command line as a package of its own: installed into an empty folder, it works. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import manifest from '../../package.json';
import { packCli } from '../../scripts/packCli.mjs';
import { sha256 } from '../../scripts/seal.mjs';

const folder = mkdtempSync(join(tmpdir(), 'pack-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('has the same bytes twice, and runs where nothing else is', async () => {
  // Not in dist/ itself, which other tests read at the same time.
  const source = join(folder, 'source');
  cpSync('dist', join(source, 'dist'), { recursive: true, filter: (file) => !/\.map$|[\\/]meta$/.test(file) });
  for (const name of ['LICENSE', 'README.md', 'README.zh-CN.md', 'package.json'])
    copyFileSync(name, join(source, name));
  // Made by a production build alone.
  for (const name of ['THIRD-PARTY.txt', 'sbom.cdx.json', 'vex.cdx.json'])
    writeFileSync(join(source, 'dist', name), name);
  const outs = ['a', 'b'].map((name) => join(folder, name));
  const tarballs: string[] = [];
  for (const out of outs) {
    mkdirSync(out);
    tarballs.push(await packCli(out, source));
  }
  const [first, second] = tarballs.map((file) => sha256(readFileSync(file)));
  expect(first).toBe(second);

  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"private":true}');
  const args = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarballs[0]!];
  expect(spawnSync('npm', args, { cwd: project, encoding: 'utf8', shell: process.platform === 'win32' }).status).toBe(
    0,
  );
  const installed = join(project, 'node_modules/qr-code-master');
  expect(readFileSync(join(installed, 'vex.cdx.json'), 'utf8')).toBe('vex.cdx.json');
  // It holds no pages and no pictures, and links none.
  expect(readFileSync(join(installed, 'README.md'), 'utf8')).not.toMatch(/\]\((?!https?:|#|README|LICENSE)/);
  const cli = (...words: string[]) =>
    spawnSync(process.execPath, [join(installed, 'dist/cli.js'), ...words], { encoding: 'utf8', cwd: project });
  expect(cli('--version').stdout).toBe(`${manifest.version}\n`);
  expect(cli('encode', 'hello', '-o', 'a.png').status).toBe(0);
  expect(cli('decode', 'a.png').stdout).toContain('hello');
  copyFileSync('samples/Dockerfile', join(project, 'Dockerfile'));
  expect(cli('lint', 'Dockerfile').status).toBe(0);
  expect(cli('verify')).toMatchObject({ status: 0, stdout: expect.stringContaining('as they were built') });
  appendFileSync(join(installed, 'dist/linter.js'), '\n');
  expect(cli('verify')).toMatchObject({ status: 1, stdout: expect.stringContaining('changed  dist/linter.js') });
});
