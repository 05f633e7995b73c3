/** Several processes at once, and some that are killed: one chain. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyLog } from '../../src/audit/verifyLog';
import { entriesOf, eventsOf, newFolder, writer } from './logKit';

/** Writes so many lines, one by one, as the command line does. */
const WRITER = `
  const { recordOperations } = require('./dist/cliRecordOperations.js');
  const io = { stderr: (text) => process.stderr.write(text), locale: 'en' };
  for (let i = 0; i < Number(process.argv[2]); i++) {
    recordOperations([{ op: 'make', target: process.argv[1] + '-' + i, result: 'ok', at: Date.now(), offsetMinutes: 0 }], io);
    if (process.argv[3]) require('node:fs').writeSync(1, i + '\\n');
  }
`;

const start = (folder: string, name: string, count: number, confirms = false): ChildProcess =>
  spawn(process.execPath, ['-e', WRITER, name, String(count), ...(confirms ? ['confirms'] : [])], {
    env: { ...process.env, QR_CODE_MASTER_AUDIT: folder },
    stdio: ['ignore', confirms ? 'pipe' : 'inherit', 'inherit'],
  });

it('three processes of 200 lines each write one unbroken chain', async () => {
  const folder = newFolder();
  const running = ['a', 'b', 'c'].map((name) => once(start(folder, name, 200), 'exit'));
  expect((await Promise.all(running)).map(([code]) => code)).toEqual([0, 0, 0]);
  expect(verifyLog(folder)).toMatchObject({ entries: 601, problemCount: 0, noteCount: 0 });
  for (const name of ['a', 'b', 'c']) {
    const own = entriesOf(folder).flatMap(({ target }) => (target?.startsWith(name) ? [target] : []));
    expect(own).toEqual(Array.from({ length: 200 }, (_, i) => `${name}-${i}`));
  }
});

/** A window's thread as the editor starts it, told so many operations; ends when all are on the disk. */
const WINDOW = `
  const { Worker } = require('node:worker_threads');
  const [, name, count] = process.argv;
  const workerData = { bundle: 'auditWorker.js', sum: 'sum-of:auditWorker.js' };
  const thread = new Worker('./dist/thread.js', { workerData, env: {} });
  thread.on('error', (error) => { throw error; });
  const writer = JSON.parse(process.env.WRITER);
  thread.postMessage({ type: 'open', folder: process.env.QR_CODE_MASTER_AUDIT, writer });
  let left = Number(count);
  thread.on('message', (news) => {
    if (news.type !== 'written') return;
    if (news.failure) throw new Error(news.failure.message);
    if ((left -= news.count) === 0) void thread.terminate();
  });
  let sent = 0;
  const timer = setInterval(() => {
    const draft = { op: 'make', target: name + '-' + sent, result: 'ok', at: Date.now(), offsetMinutes: 0 };
    thread.postMessage({ type: 'append', drafts: [draft] });
    if (++sent === Number(count)) clearInterval(timer);
  }, 2);
`;

it('two windows and the command line at once write one unbroken chain', async () => {
  const folder = newFolder();
  const env = { ...process.env, QR_CODE_MASTER_AUDIT: folder, WRITER: JSON.stringify({ ...writer, app: 'editor' }) };
  const window = (name: string) =>
    spawn(process.execPath, ['-e', WINDOW, name, '200'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const cli = (text: string) =>
    spawn(process.execPath, ['dist/cli.js', 'encode', text, '--format', 'json'], { env, stdio: 'ignore' });
  const running = [window('w1'), window('w2'), start(folder, 'c', 200), ...['a', 'b', 'c'].map(cli)];
  const codes = await Promise.all(running.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual(codes.map(() => 0));
  expect(verifyLog(folder)).toMatchObject({ entries: 604, problemCount: 0, noteCount: 0 });
  for (const name of ['w1', 'w2', 'c']) {
    const own = entriesOf(folder).flatMap(({ target }) => (target?.startsWith(`${name}-`) ? [target] : []));
    expect(own).toEqual(Array.from({ length: 200 }, (_, i) => `${name}-${i}`));
  }
  expect(new Set(entriesOf(folder).map(({ app }) => app))).toEqual(new Set(['editor', 'cli']));
});

it('whoever is killed in the middle breaks nothing', async () => {
  const folder = newFolder();
  for (let round = 0; round < 6; round++) {
    const child = start(folder, `killed${round}`, 100_000, true);
    let told = '';
    child.stdout!.on('data', (text) => (told += text));
    while (!told.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 7 * round));
    child.kill('SIGKILL');
    await once(child, 'close');
    const [code] = await once(start(folder, `next${round}`, 1), 'exit');
    expect(code).toBe(0);
    expect(entriesOf(folder).at(-1)!.target).toBe(`next${round}-0`);
    // What it was told is written is there, each once and in its order; perhaps one more.
    const confirmed = told.split('\n').length - 1;
    const own = entriesOf(folder).flatMap(({ target }) => (target?.startsWith(`killed${round}-`) ? [target] : []));
    expect(own).toEqual(Array.from(own, (_, i) => `killed${round}-${i}`));
    expect([confirmed, confirmed + 1]).toContain(own.length);
  }
  expect(verifyLog(folder).problems).toEqual([]);
  expect(eventsOf(folder).filter((event) => event !== 'started' && event !== 'torn')).toEqual([]);
});

const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0;

it.skipIf(!canMount)('a disk that is really full, and one that is read-only', () => {
  const folder = join(newFolder(), 'mount');
  mkdirSync(folder);
  const script = `
    set -e
    mount -t tmpfs -o size=64k tmpfs "$1"
    export QR_CODE_MASTER_AUDIT="$1/log"
    write() { "$2" -e "$3" "$1" 1; }
    write before "$2" "$3" 2>> "$4/before"
    dd if=/dev/zero of="$1/filler" bs=1k 2> /dev/null || true
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do write full "$2" "$3" 2>> "$4/full"; done
    rm "$1/filler"
    write after "$2" "$3" 2>> "$4/after"
    mount -o remount,ro "$1"
    write readonly "$2" "$3" 2>> "$4/readonly"
    mount -o remount,rw "$1"
    write again "$2" "$3" 2>> "$4/again"
    cp -r "$1/log" "$4/log"
  `;
  const out = newFolder();
  const done = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', folder, process.execPath, WRITER, out], {
    encoding: 'utf8',
  });
  expect(done.stderr).toBe('');
  const told = (name: string) => spawnSync('cat', [join(out, name)], { encoding: 'utf8' }).stdout;
  expect([told('before'), told('after'), told('again')]).toEqual(['', '', '']);
  expect(told('full')).toContain('ENOSPC');
  expect(told('readonly')).toContain('EROFS');
  const log = join(out, 'log');
  expect(verifyLog(log).problems).toEqual([]);
  const gap = entriesOf(log).find(({ detail }) => detail?.event === 'gap')!;
  const written = entriesOf(log).filter(({ target }) => target === 'full-0').length;
  expect(gap.detail).toMatchObject({ count: 14 - written, code: 'ENOSPC' });
});

it('what one run could not write is told by its next part', () => {
  const place = join(newFolder(), 'file');
  writeFileSync(place, '');
  const script = `${WRITER}
    require('node:fs').unlinkSync(process.env.QR_CODE_MASTER_AUDIT);
    recordOperations([{ op: 'make', target: 'late', result: 'ok', at: Date.now(), offsetMinutes: 0 }], io);
  `;
  const { stderr } = spawnSync(process.execPath, ['-e', script, 'early', '3'], {
    env: { ...process.env, QR_CODE_MASTER_AUDIT: place },
    encoding: 'utf8',
  });
  expect(stderr).toContain(place);
  expect(verifyLog(place).problems).toEqual([]);
  expect(entriesOf(place).find(({ detail }) => detail?.event === 'gap')?.detail).toMatchObject({ count: 3 });
  expect(entriesOf(place).at(-1)!.target).toBe('late');
});

it('a file where the folder should be is told once, and fails no command', () => {
  const place = join(newFolder(), 'file');
  writeFileSync(place, '');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'encode', 'a', '--format', 'json'], {
    env: { ...process.env, QR_CODE_MASTER_AUDIT: place },
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout).text).toBe('a');
  expect(stderr).toContain(place);
  rmSync(place);
});
