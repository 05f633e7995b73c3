/**
 * Every command, the language server and all their threads, under the recorder: no socket, no
 * look-up, no other program, whatever addresses the files hold.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVER_SHEET, templateBook } from '../worker/compliance/assess/report/templateBook';
import { overStdio } from '../worker/hosts/connect';
import { CALLING } from './callingFiles';
import { recorder } from './recorder';

const top = mkdtempSync(join(tmpdir(), 'quiet-commands-'));
afterAll(() => rmSync(top, { recursive: true }));

const cli = resolve('dist/cli.js');
const env = { ...process.env, QR_CODE_MASTER_AUDIT: join(top, 'log') };

/** What the commands are run on. */
const given = join(top, 'given');
cpSync('samples', join(given, 'samples'), { recursive: true });
for (const [name, text] of Object.entries(CALLING)) {
  mkdirSync(join(given, name, '..'), { recursive: true });
  writeFileSync(join(given, name), text);
}
writeFileSync(join(given, 'book.xlsx'), templateBook({ 安全计算环境_主机: SERVER_SHEET }));
beforeAll(() => {
  // An earlier report, and a log of operations.
  const { status } = spawnSync(process.execPath, [cli, 'report', '.', '--format', 'json', '-o', 'old-report.json'], {
    cwd: given,
    env,
  });
  expect(status).toBe(0);
});

/** A copy: what one run writes is in no other's way. */
function newFolder(): string {
  const folder = mkdtempSync(join(top, 'run-'));
  cpSync(given, folder, { recursive: true });
  return folder;
}

/** Each with what it is to exit with, and the threads that it is known to start. */
const RUNS: [args: string[], code: number, threads?: string[]][] = [
  [['--help'], 0],
  [['--version'], 0],
  [['encode', 'https://example.com/a'], 0],
  [
    [
      'encode',
      '--kind',
      'url',
      '--field',
      'url=https://example.com',
      '-o',
      'a.png',
      '--logo',
      'samples/pictures/hello.png',
      '--scan-margin',
    ],
    0,
  ],
  [['encode', 'https://example.com/b', '-o', 'a.pdf', '--modules', 'rounded'], 0],
  [['encode', '--batch', 'links.csv', '--column', 'link', '--out-dir', 'out', '--sheet', 'sheet.html'], 0],
  [['decode', '-r', 'samples', '--jobs', '2', '--effort', 'thorough', '--format', 'jsonl'], 1, ['decodeWorker.js']],
  [['decode', 'samples/pictures/hello.png', '--formats', 'all'], 0],
  [['decode', 'samples/pictures', '--export', 'codes.csv'], 1],
  [['lint', '.', '--profile', 'mlps3', '--format', 'sarif', '--fail-on', 'never'], 0],
  [['lint', '.', '--fix-unsafe', '--fail-on', 'never'], 0],
  [['lint', '.', '--write-baseline', 'old.json'], 0],
  [['lint', '.', '--pictures', '--fail-on', 'never'], 0, ['decodeWorker.js']],
  [['report', '.', '--format', 'html', '-o', 'report.html'], 0],
  [['report', '.', '--format', 'xlsx', '-o', 'report.xlsx'], 0],
  [['report', '.', '--compare', 'old-report.json', '-o', 'compared.html'], 0],
  [['report', '.', '--template', 'book.xlsx', '-o', 'filled.xlsx'], 0],
  [['init', 'made', '--domain', 'example.com'], 0],
  [['rules'], 0],
  [['rules', 'MLPS-IMG-002', '--format', 'json'], 0],
  [['audit', 'verify'], 0],
  [['audit', 'export', '--format', 'syslog'], 0],
  [['audit', 'export', '--format', 'csv', '-o', 'log.csv'], 0],
  [['verify', 'samples'], 1],
  [['lsp', '--help'], 0],
];

it('names every command of the command line', () => {
  const built = [...readFileSync('src/cli/main.ts', 'utf8').matchAll(/^ {2}(\w+): \(\) => import\(/gm)];
  const tried = new Set(RUNS.map(([[command]]) => command));
  expect(built.map(([, name]) => name).filter((name) => !tried.has(name!))).toEqual([]);
});

describe('reach for nothing:', () => {
  it.each(RUNS)('%j', (args, code, threads = []) => {
    const record = recorder();
    const { status, stderr } = spawnSync(process.execPath, ['--require', record.file, cli, ...args], {
      cwd: newFolder(),
      encoding: 'utf8',
      env,
    });
    expect(status, stderr).toBe(code);
    expect(record.reached()).toEqual([]);
    expect(record.watched()).toEqual(expect.arrayContaining(['cli.js', ...threads]));
    record.remove();
  });

  it('a session with the language server', async () => {
    const record = recorder();
    const { connection, end } = overStdio(['--require', record.file, cli, 'lsp', '--stdio']);
    connection.listen();
    const rootUri = `file://${given}`;
    const workspaceFolders = [{ uri: rootUri, name: 'w' }];
    await connection.sendRequest('initialize', { processId: null, rootUri, workspaceFolders, capabilities: {} });
    await connection.sendNotification('initialized', {});
    for (const [name, text] of Object.entries(CALLING)) {
      const uri = `${rootUri}/${name}`;
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'plaintext', version: 1, text },
      });
      await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      await connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 1, character: 3 },
      });
    }
    await connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    await connection.sendRequest('qr/encode', { texts: ['https://example.com'] });
    const base64 = readFileSync('samples/pictures/hello.png', 'base64');
    const read = await connection.sendRequest('qr/decode', { pictures: [{ name: 'a.png', base64 }] });
    expect(JSON.stringify(read)).toContain('Hello from QR Code Master');
    await connection.sendRequest('shutdown');
    expect(record.reached()).toEqual([]);
    expect(record.watched()).toEqual(expect.arrayContaining(['cli.js', 'decodeWorker.js', 'lintWorker.js']));
    end();
    record.remove();
  });
});

const trace = ['-f', '-e', 'trace=network,execve', '-o'];
const noStrace = spawnSync('strace', [...trace, join(top, 'probe'), 'true']).status !== 0;

// The kernel's own list of what was asked of it, where Debian's strace may look.
describe.skipIf(noStrace)('ask the kernel for no socket and no program:', () => {
  const isFirst = (i: number) => RUNS.findIndex(([[command]]) => command === RUNS[i]![0][0]) === i;
  it.each(RUNS.filter(([, , threads], i) => threads || isFirst(i)))('%j', (args, code) => {
    const log = join(top, 'calls');
    const { status } = spawnSync('strace', [...trace, log, process.execPath, cli, '--lang', 'en', ...args], {
      cwd: newFolder(),
      env,
      // Pipes of Node are sockets, which it looks at.
      stdio: 'ignore',
    });
    expect(status).toBe(code);
    const calls = readFileSync(log, 'utf8').match(/^\d+ +\w+\(.*/gm) ?? [];
    expect(calls.map((call) => /\w+\(.*/.exec(call)![0].split('(')[0])).toEqual(['execve']);
  });
});
