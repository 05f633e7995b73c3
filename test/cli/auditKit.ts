/** The command line with a folder and an operation log of its own for each test. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach } from 'vitest';
import { entriesOf } from '../audit/logKit';

export const parent = mkdtempSync(join(tmpdir(), 'audit-cli-'));
afterAll(() => rmSync(parent, { recursive: true }));
export const CLI = resolve('dist/cli.js');

/** Of the test that runs. */
export let work = '';
export let log = '';
beforeEach(() => {
  work = mkdtempSync(join(parent, 'work-'));
  log = join(work, 'log');
});

interface RunOptions {
  env?: Record<string, string>;
  input?: string;
  uid?: number;
}

export function run(args: string[], { env = {}, input = '', uid }: RunOptions = {}) {
  const all = { ...process.env, QR_CODE_MASTER_AUDIT: log, ...env };
  const user = uid === undefined ? {} : { uid };
  return spawnSync(process.execPath, [CLI, ...args], { cwd: work, env: all, input, encoding: 'utf8', ...user });
}
export const put = (name: string, text: string) => {
  mkdirSync(join(work, name, '..'), { recursive: true });
  writeFileSync(join(work, name), text);
};
/** All but what the log says of itself. */
export const operations = () => entriesOf(log).filter(({ op }) => op !== 'log');
export const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
