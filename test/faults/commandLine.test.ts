/**
 * Faults of the machine under the command line as it is shipped: a full disk, folders without
 * rights, an end in the middle. Files are as they were or as they are to be, and a message says why.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SERVER_SHEET, templateBook } from '../worker/compliance/assess/report/templateBook';

const cli = resolve('dist/cli.js');
// Its own faults are told in test/audit.
const env = { ...process.env, QR_CODE_MASTER_AUDIT: 'off' };
const LARGE = `FROM node:22\nMAINTAINER me\n${'RUN echo a line of a large file\n'.repeat(2000)}USER root\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  writeFileSync(join(folder, 'Dockerfile'), LARGE);
  writeFileSync(join(folder, 'compose.yaml'), 'services:\n  web:\n    image: nginx:1.29\n');
  writeFileSync(join(folder, 'own.xlsx'), templateBook({ '安全计算环境-web服务器': SERVER_SHEET }));
  writeFileSync(join(folder, 'lines.txt'), Array.from({ length: 40 }, (_, i) => `text ${i}\n`).join(''));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

/** All files and folders below the folder, files with their texts. */
const contents = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [path, entry.isFile() ? readFileSync(path, 'latin1') : undefined];
    }),
  );

/** What writes, each more than the disk has left. */
const WRITERS: string[][] = [
  ['lint', 'Dockerfile', '--fix-unsafe'],
  ['lint', '.', '--write-baseline', 'old.json', '--fail-on', 'never'],
  ['report', '.', '-o', 'report.html'],
  ['report', '.', '--format', 'csv', '--layout', 'worksheet', '-o', 'tables'],
  ['report', '.', '--format', 'xlsx', '-o', 'report.xlsx'],
  ['report', '.', '--template', 'own.xlsx', '-o', 'filled.xlsx'],
  ['encode', 'a text', '-o', 'a.jpg', '--scale', '40'],
  ['encode', '--split', 'a text '.repeat(600), '-o', 'a.svg'],
  ['encode', '--batch', 'lines.txt', '--sheet', 'sheet.html'],
  ['init', 'made'],
];

/** A disk that is full after so many kilobytes of one file: the write fails in the middle. */
const onFullDisk = (kilobytes: number, args: string[]) =>
  spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`, 'bash', process.execPath, cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
const noLimits = spawnSync('bash', ['-c', "trap '' XFSZ; ulimit -f 1"]).status !== 0;

describe.skipIf(noLimits)('a full disk:', () => {
  it.each(WRITERS)('%s %s', (...args) => {
    const before = contents();
    // A baseline is small: it finds no room at all.
    const { status, stderr } = onFullDisk(args.includes('--write-baseline') ? 0 : 2, args);
    expect([status, contents()], stderr).toEqual([2, before]);
    expect(stderr).toMatch(/cannot be written|could not be written/);
    // With room again it goes through.
    const again = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', env });
    expect([0, 1], again.stderr).toContain(again.status);
    expect(contents()).not.toEqual(before);
  });

  it('a batch keeps what is whole, and names what is missing', () => {
    const table = `name,text\nsmall,a\nlarge,${'b'.repeat(900)}\nlast,c\n`;
    writeFileSync(join(folder, 'rows.csv'), table);
    const args = ['encode', '--batch', 'rows.csv', '--column', 'text', '--name', '{name}', '--format', 'svg'];
    const { status, stderr } = onFullDisk(4, [...args, '--out-dir', 'out']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('large.svg')]);
    for (const file of readdirSync(join(folder, 'out'))) {
      expect(file).toMatch(/^(small|last)\.svg$/);
      expect(readFileSync(join(folder, 'out', file), 'utf8')).toMatch(/<\/svg>\s*$/);
    }
  });
});

/** Somebody else, for whom rights count; root may do everything. */
const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

it.each(WRITERS)('a folder that may not be written: %s %s', (...args) => {
  chmodSync(folder, 0o555);
  const before = contents();
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
    ...other,
  });
  expect([status, contents()], stderr).toEqual([2, before]);
  expect(stderr).toMatch(/cannot be written|could not be written/);
});

it('an end in the middle of fixes: every file is as before or as after, and the next run has the rest', async () => {
  const names = Array.from({ length: 60 }, (_, i) => `app-${i}/compose.yaml`);
  const before = 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n';
  const isFixed = (text: string) => text.startsWith('services:\n  web:\n') && !text.includes('privileged');
  for (const name of names) {
    mkdirSync(join(folder, name, '..'));
    writeFileSync(join(folder, name), before);
  }
  let already = 0;
  for (const wanted of [5, 15, 20]) {
    const run = spawn(process.execPath, [cli, 'lint', '.', '--fix-unsafe'], { cwd: folder, env });
    // It tells of each file as it is written.
    let told = '';
    run.stderr.on('data', (text) => {
      told += text;
      if (told.split('compose.yaml: ').length > wanted) run.kill('SIGKILL');
    });
    await new Promise((done) => run.on('close', done));
    const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
    const fixed = texts.filter(isFixed).length;
    expect(texts.filter((text) => text === before).length + fixed).toBe(names.length);
    // It was ended in the middle of its work: what it told of is done, and something is left to do.
    expect(run.signalCode).toBe('SIGKILL');
    expect(fixed).toBeGreaterThanOrEqual(already + wanted);
    expect(fixed).toBeLessThan(names.length);
    already = fixed;
  }
  spawnSync(process.execPath, [cli, 'lint', '.', '--fix-unsafe'], { cwd: folder, env });
  expect(names.filter((name) => !isFixed(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
});

describe.skipIf(!existsSync('/dev/full'))('a full standard output', () => {
  it.each([
    [['--version']],
    [['--help']],
    [['lint', 'Dockerfile', '--format', 'json']],
    [['encode', 'a text', '--format', 'svg']],
    [['rules']],
  ])('is named by %j, in the language asked for', (args) => {
    const run = (command: string, ...more: string[]) =>
      spawnSync('bash', ['-c', command, 'bash', process.execPath, cli, ...args, ...more], {
        cwd: folder,
        ...{ encoding: 'utf8', env },
      });
    const { status, stderr } = run('exec "$@" > /dev/full', '--lang', 'en');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/standard output cannot be written: ENOSPC/)]);
    expect(run('exec "$@" > /dev/full', '--lang', 'zh-CN').stderr).toContain('无法写入标准输出');
    // Nor can that be told.
    expect(run('exec "$@" > /dev/full 2> /dev/full').status).toBe(2);
  });
});
