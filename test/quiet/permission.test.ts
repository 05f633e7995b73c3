/**
 * Under Node's permission model, read-only: what only reads works as ever, its threads and
 * WebAssembly too, and what would write is refused with a message.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isPictureName } from '../../src/worker/protocol/pictureFiles';

const flag = ['--permission', '--experimental-permission'].find(
  (name) => spawnSync(process.execPath, [name, '--allow-fs-read=*', '--version']).status === 0,
);
if (!flag) console.warn(`Skipped test/quiet/permission: Node ${process.version} has no permission model.`);

const folder = mkdtempSync(join(tmpdir(), 'permission-'));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync('samples/pictures', folder, { recursive: true });
for (const file of ['icon.ico', 'tiff/rgb-lzw.tif']) cpSync(join('test/fixtures', file), join(folder, basename(file)));
const FLAWED = 'FROM node:22\nMAINTAINER me\nUSER root\n';
writeFileSync(join(folder, 'Dockerfile'), FLAWED);

/** The operation log is a file that is written. */
const env = { ...process.env, QR_CODE_MASTER_AUDIT: 'off' };

/** In the folder, with the right to read it and the program, to start threads, and to nothing else. */
function run(...args: string[]) {
  const rights = [flag!, '--no-warnings', '--allow-worker', '--allow-fs-read', resolve('*')];
  const own = ['--allow-fs-read', join(folder, '*')];
  const command = [...rights, ...own, resolve('dist/cli.js'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe.skipIf(!flag)('without the right to write', () => {
  it('lints', () => {
    const { status, stdout } = run('lint', '.', '--format', 'json');
    expect(status).toBe(1);
    const { files } = JSON.parse(stdout) as { files: { findings: { rule: string }[] }[] };
    expect(files.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain('MLPS-RUN-001');
  });

  it('reads pictures of every type, in threads', () => {
    const pictures = readdirSync(folder).filter(isPictureName);
    const { status, stdout } = run('decode', ...pictures, '--format', 'jsonl', '--jobs', '2');
    expect(status).toBe(1);
    const read = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const types = ['.bmp', '.gif', '.ico', '.jpg', '.png', '.tif', '.webp'];
    expect([...new Set(read.map(({ path }) => extname(path)))].sort()).toEqual(types);
    expect(read.filter(({ symbols }) => symbols.length === 0).map(({ path }) => path)).toEqual(['no-code.png']);
  });

  it('says what it may not write, and changes nothing', () => {
    const fixed = run('lint', 'Dockerfile', '--fix-unsafe');
    expect(fixed.status).toBe(2);
    expect(fixed.stderr).toMatch(/Dockerfile/);
    expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe(FLAWED);
    const before = readdirSync(folder);
    const made = run('encode', 'x', '-o', 'made.png');
    expect([made.status, made.stderr]).toEqual([2, expect.stringContaining('made.png')]);
    expect(readdirSync(folder)).toEqual(before);
  });
});
