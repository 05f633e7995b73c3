/** `audit`: the operation log verified and exported by the command line. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { CLI, log, operations, put, run, work } from './auditKit';

beforeEach(() => {
  for (const text of ['a', 'b', 'c']) run(['encode', text, '-o', `${text}.svg`]);
});
const tamper = () => {
  const name = readdirSync(log).find((file) => file.endsWith('.jsonl'));
  const file = join(log, name!);
  writeFileSync(file, readFileSync(file, 'utf8').replace('b.svg', 'x.svg'));
};

it('verifies, and prints what is to be noted', () => {
  const { status, stdout } = run(['audit', 'verify']);
  expect(status).toBe(0);
  const anchor = /\b4:[0-9a-f]{64}/.exec(stdout)![0];
  expect(run(['audit', 'verify', '--anchor', anchor]).status).toBe(0);
  expect(run(['audit', 'verify', '--anchor', `4:${'0'.repeat(64)}`]).status).toBe(1);
  expect(JSON.parse(run(['audit', 'verify', '--format', 'json']).stdout)).toMatchObject({ entries: 4, problems: [] });
});

it('finds what was changed, in words of either language', () => {
  tamper();
  const { status, stdout } = run(['audit', 'verify']);
  expect(status).toBe(1);
  expect(stdout).toContain('audit-');
  expect(run(['audit', 'verify', '--lang', 'zh-CN']).stdout).toContain('日志不完整');
  const json = JSON.parse(run(['audit', 'verify', log, '--format', 'json']).stdout);
  expect(json).toMatchObject({ problemCount: 1, problems: [{ kind: 'changedBefore', line: 4 }] });
});

it('tells of exports that failed, by their code', () => {
  run(['encode', 'hello', '-o', 'a.png']);
  mkdirSync(join(work, 'folder.csv'));
  for (const args of [
    ['audit', 'export', '--format', 'csv', '-o', 'none/log.csv'],
    ['audit', 'export', '--format', 'csv', '-o', 'folder.csv', '--force'],
    ['decode', 'a.png', '--export', 'none/codes.csv'],
  ])
    expect(run(args).status, args.join(' ')).toBe(2);
  const failed = { op: 'export', result: 'failed' };
  const detail = { format: 'csv', code: 'file-unwritable' };
  expect(operations().filter(({ op }) => op === 'export')).toMatchObject([
    { ...failed, target: 'none/log.csv', detail },
    { ...failed, target: 'folder.csv', detail },
    { ...failed, target: 'none/codes.csv', detail: { pictures: 1, code: 'file-unwritable' } },
  ]);
});

it('exports to files and to the standard output, which is an operation too', () => {
  expect(run(['audit', 'export', '--format', 'csv', '-o', 'log.csv']).status).toBe(0);
  expect(readFileSync(join(work, 'log.csv'), 'utf8').split('\r\n')).toHaveLength(6);
  expect(run(['audit', 'export', '--format', 'csv', '-o', 'log.csv']).status).toBe(2);
  expect(run(['audit', 'export', '--format', 'cef']).stdout.split('\n')).toHaveLength(6);
  expect(operations().slice(-2)).toMatchObject([
    { op: 'export', target: 'log.csv', detail: { format: 'csv', entries: 4 } },
    { op: 'export', target: '-' },
  ]);
});

it.skipIf(!existsSync('/dev/stdout'))('exports to a device that is named, unasked', () => {
  const command = '"$0" "$1" audit export --format cef -o /dev/stdout | cat';
  const env = { ...process.env, QR_CODE_MASTER_AUDIT: log };
  const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, CLI], { env, encoding: 'utf8' });
  expect(stdout.split('\n').length, stderr).toBe(5);
  // A file is one wherever it lies, and behind whatever name.
  put('old.cef', 'old');
  symlinkSync(join(work, 'old.cef'), join(work, 'link'));
  for (const name of ['old.cef', 'link']) {
    expect(run(['audit', 'export', '--format', 'cef', '-o', name]).status).toBe(2);
    expect(readFileSync(join(work, 'old.cef'), 'utf8')).toBe('old');
  }
});

it('tells where the log lies, and refuses what it does not know', () => {
  expect(run(['audit', 'path']).stdout).toBe(`${log}\n`);
  for (const args of [
    [],
    ['look'],
    ['verify', 'a', 'b'],
    ['export'],
    ['path', '--force'],
    ['verify', '--format', 'csv'],
  ])
    expect(run(['audit', ...args]).status, args.join(' ')).toBe(2);
  expect(run(['audit', 'verify', 'nowhere']).status).toBe(2);
  expect(run(['audit', 'verify', 'a.svg']).status).toBe(2);
  expect(existsSync(join(work, 'nowhere'))).toBe(false);
});
