/** The operation log in the editor: what making, reading and checking write, and its commands. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COPY, chooseWay } from './chooseWay';
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
    files: {
      'text.txt': TEXT,
      'wifi.txt': SECRET,
      'app/Dockerfile': 'FROM node:latest\nUSER root\n',
      'shop/.qrcodemaster.yaml': 'profile: recommended\n',
      'shop/compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n',
    },
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

test('what is read, copied, fixed, suppressed and configured is written down', async () => {
  const { vsc } = session;
  await run('Read a Sample Picture');
  await (await session.panel()).locator('.picture-card').first().waitFor();
  await expect.poll(() => lines('read')).toMatchObject([{ app: 'editor', result: 'ok', detail: { symbols: 1 } }]);

  await vsc.openFile('text.txt');
  await vsc.selectAll();
  await run('Generate QR Code from Selection');
  await shows(await session.panel(), TEXT);
  await chooseWay(await session.panel(), COPY, 'SVG');
  const copied = { op: 'export', result: 'ok', detail: { format: 'svg', to: 'clipboard' } };
  await expect.poll(() => lines('export')).toMatchObject([copied]);

  await vsc.openFile('shop/compose.yaml');
  await vsc.waitForSquiggle('error');
  await vsc.goto(4, 6);
  await vsc.quickFix('Remove it');
  await expect.poll(() => lines('fix')).toMatchObject([{ target: 'shop/compose.yaml', result: 'ok' }]);
  await vsc.goto(3, 14);
  await vsc.quickFix('Suppress MLPS-IMG-002');
  await expect.poll(() => lines('suppression')).toMatchObject([{ target: 'shop/compose.yaml' }]);
  await vsc.save();

  await vsc.openFile('shop/.qrcodemaster.yaml');
  await vsc.goto(1, 1);
  await vsc.page.keyboard.type('# ours\n');
  await vsc.save();
  // Used since the first check, with another content saved.
  const configured = (text: string) => ({
    target: 'shop/.qrcodemaster.yaml',
    result: 'ok',
    content: { bytes: text.length, sha256: createHash('sha256').update(text).digest('hex') },
  });
  const contents = ['profile: recommended\n', '# ours\nprofile: recommended\n'].map(configured);
  await expect.poll(() => lines('configuration').slice(0, 2)).toMatchObject(contents);
});

test('reports, baselines and attestations are written down', async () => {
  const { vsc } = session;
  await run('Export Compliance Report…');
  await vsc.pick('JSON');
  const report = await vsc.takeProposal(/mlps-report\.json$/);
  await expect.poll(() => existsSync(report), { timeout: 60_000 }).toBe(true);
  await expect.poll(() => lines('report')).toMatchObject([{ result: 'ok', detail: { format: 'json' } }]);
  expect(lines('report')[0]!.content!.sha256).toBe(createHash('sha256').update(readFileSync(report)).digest('hex'));
  await vsc.clearNotifications();

  await run('Write Baseline…');
  const baseline = await vsc.takeProposal(/mlps-baseline\.json$/);
  await vsc.notification(/Findings in the baseline: \d+/);
  await expect.poll(() => lines('baseline')).toMatchObject([{ target: 'mlps-baseline.json', result: 'ok' }]);
  expect(lines('baseline')[0]!.content!.bytes).toBe(readFileSync(baseline).length);
  await vsc.clearNotifications();

  await run('Add Attestation…');
  await vsc.pick(/^shop/);
  await vsc.pick('emergency plan');
  for (const answer of ['Zhang San', '2026-01-31', 'docs/plan.pdf', '']) await vsc.answer(answer);
  const attested = { target: 'shop/.qrcodemaster.yaml', result: 'ok', detail: { row: 'C86' } };
  await expect.poll(() => lines('attestation')).toMatchObject([attested]);
  expect(text()).not.toMatch(/Zhang San|plan\.pdf/);
});

test('it is shown, verified and exported, also when a terminal writes into it', async () => {
  const { vsc } = session;
  expect(cli('encode', 'from a terminal', '-o', path.join(parent, 'a.svg')).status).toBe(0);
  await run('Show Operation Log');
  await expect.poll(() => vsc.editorText()).toMatch(/make +ok/);
  expect(await vsc.editorText()).toContain('(terminal, cli)');

  await run('Verify Operation Log');
  expect(await vsc.notification(/operation log is whole/)).toMatch(/Files: \d+, lines: \d+/);
  await vsc.clearNotifications();
  expect(cli('audit', 'verify').status).toBe(0);

  await run('Export Operation Log…');
  await vsc.pick('CSV');
  const saved = await vsc.takeProposal(/operations\.csv$/);
  await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toContain(',terminal,make,');
  await expect.poll(() => lines('export').length).toBe(2);
  expect(lines('export')[1]).toMatchObject({ result: 'ok', detail: { format: 'csv' } });
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
