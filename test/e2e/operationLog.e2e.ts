/** The operation log in the editor: what making, reading and checking write, and its commands. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shows } from './screen';
import { openSession, root, type Session } from './session';

const SECRET = 'WIFI:T:WPA;S:net;P:hunter2;;';
const TEXT = 'nobody-logs-this';
const parent = mkdtempSync(path.join(os.tmpdir(), 'qrm-audit-'));
const log = path.join(parent, 'log');
let session: Session;

interface Line {
  op: string;
  target?: string;
  result: string;
  content?: { bytes: number; sha256?: string };
  detail?: Record<string, unknown>;
  app: string;
}
const files = () => (existsSync(log) ? readdirSync(log).filter((name) => name.endsWith('.jsonl')) : []);
const text = () =>
  files()
    .map((name) => readFileSync(path.join(log, name), 'utf8'))
    .join('');
const lines = (op: string): Line[] =>
  text()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((line: Line) => line.op === op);
const cli = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, QR_CODE_MASTER_AUDIT: log },
  });
const run = (title: string) => session.vsc.command(`QR Code Master: ${title}`);

beforeAll(async () => {
  session = await openSession({
    files: { 'text.txt': TEXT, 'wifi.txt': SECRET, 'app/Dockerfile': 'FROM node:latest\nUSER root\n' },
    // A setting of the machine does not count among those of the user here.
    env: { QR_CODE_MASTER_AUDIT: log },
  });
});
afterAll(async () => {
  await session?.close();
  rmSync(parent, { recursive: true, force: true });
});

test('making, reading and checking are written down, their contents are not', async () => {
  const { vsc } = session;
  for (const name of ['text.txt', 'wifi.txt']) {
    await vsc.openFile(name);
    await vsc.selectAll();
    await run('Generate QR Code from Selection');
    // What is secret is not shown.
    if (name === 'text.txt') await shows(await session.panel(), TEXT);
    await expect.poll(() => lines('make').length, { timeout: 20_000 }).toBe(name === 'text.txt' ? 1 : 2);
  }
  const [plain, secret] = lines('make');
  expect(plain!.detail).toMatchObject({ symbols: 1 });
  expect(plain!.content).toEqual({ bytes: TEXT.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(secret!.content).toEqual({ bytes: SECRET.length });

  await run('Check Workspace Compliance');
  await expect.poll(() => lines('check').length, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(lines('check')[0]).toMatchObject({ app: 'editor', result: 'findings', target: '.' });

  await vsc.openFile('app/Dockerfile');
  await vsc.waitForSquiggle('warning');
  await vsc.goto(2, 1);
  await vsc.page.keyboard.type('# ');
  await vsc.page.keyboard.press('Control+s');
  await expect.poll(() => lines('check').some(({ target }) => target === 'app/Dockerfile')).toBe(true);
  expect(text()).not.toMatch(/hunter2|nobody-logs/);
});

test('it is shown, verified and exported, also when a terminal writes into it', async () => {
  const { vsc } = session;
  expect(cli('encode', 'from a terminal', '-o', path.join(parent, 'a.svg')).status).toBe(0);
  await run('Show Operation Log');
  await expect.poll(() => vsc.editorText()).toMatch(/make +ok/);
  expect(await vsc.editorText()).toContain('(terminal, cli)');

  await run('Verify Operation Log');
  expect(await vsc.notification(/operation log is whole/)).toMatch(/\d+ lines in \d files/);
  await vsc.clearNotifications();
  expect(cli('audit', 'verify').status).toBe(0);

  await run('Export Operation Log…');
  await vsc.pick('CSV');
  const saved = await vsc.takeProposal(/operations\.csv$/);
  await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toContain(',terminal,make,');
  await expect.poll(() => lines('export').length).toBe(1);
  await vsc.clearNotifications();
});

test('what was changed is found and told', async () => {
  const { vsc } = session;
  const file = path.join(log, files()[0]!);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"op":"make"', '"op":"read"'));
  await run('Verify Operation Log');
  await vsc.notification(/operation log is not whole/, { button: 'Show Problems' } as object);
  await expect.poll(() => vsc.editorText()).toContain('changed, removed or put in');
});
