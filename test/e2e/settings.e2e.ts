/** What each setting changes, in a window that is open while it is set. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import bwipjs from 'bwip-js/node';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { nodeSystem } from '../../src/audit/logSystem';
import { entriesOf, filesOf, logOf } from '../audit/logKit';
import { lane } from './lane';
import { shows } from './screen';
import { openSession, root, type Session } from './session';

const DAY_MS = 86_400_000;
const own = mkdtempSync(path.join(os.tmpdir(), 'qrm-audit-'));
const log = path.join(own, 'log');
const machine = () => path.join(lane.state, 'data', 'Machine', 'settings.json');
let session: Session;

function set(file: string, settings: Record<string, unknown>): void {
  const named = Object.entries(settings).map(([name, value]) => [`qrCodeMaster.${name}`, value]);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(Object.fromEntries(named)));
}
const setHere = (settings: Record<string, unknown>) =>
  set(path.join(session.folder, '.vscode', 'settings.json'), settings);
/** Those that no workspace may change. */
const setOfMachine = (settings: Record<string, unknown>) => set(machine(), settings);

/** Gray at random, the same each time: much to look at, and no code. */
function noise(side: number): Buffer {
  const data = Buffer.alloc(side * side * 4, 255);
  for (let i = 0, seed = 1; i < data.length; i += 4) {
    seed = (seed * 48_271) % 2_147_483_647;
    data.fill(seed & 255, i, i + 3);
  }
  return PNG.sync.write(Object.assign(new PNG({ width: side, height: side }), { data }));
}

beforeAll(async () => {
  setOfMachine({});
  const blank = Object.assign(new PNG({ width: 2100, height: 2000 }), { data: Buffer.alloc(2100 * 2000 * 4, 255) });
  session = await openSession({
    files: {
      'text.txt': 'a short text\nnobody logs this\n',
      'seen/matrix.png': await bwipjs.toBuffer({
        bcid: 'datamatrix',
        text: 'Hello Data Matrix',
        scale: 4,
        padding: 12,
      }),
      'seen/blank.png': PNG.sync.write(blank),
      'seen/noise.png': noise(1400),
      'flaws/Dockerfile.flaws': 'FROM node:latest\nUSER root\nCMD ["node"]\n',
      // What is opened has a name of its own: the list of files shows the last ones first.
      'tagged/docker-compose.yml': 'services:\n  web:\n    image: nginx:1.27.3\n    privileged: true\n',
      'old/Containerfile': 'FROM node:22.11.0\nUSER root\nCMD ["node"]\n',
      'old/.qrcodemaster.yaml': 'profile: recommended\nbaseline: base.json\n',
      '.gitignore': 'left/\n',
      'left/Dockerfile': 'FROM node:22.11.0\nUSER root\n',
    },
    dev: path.join(import.meta.dirname, 'otherLinter'),
    env: { QR_CODE_MASTER_AUDIT: log },
  });
  const at = (name: string) => path.join(session.folder, 'old', name);
  const cli = path.join(root, 'dist', 'cli.js');
  spawnSync(process.execPath, [cli, 'lint', at(''), '--write-baseline', at('base.json')]);
});
afterEach(() => {
  setHere({});
  setOfMachine({});
});
afterAll(async () => {
  await session?.close();
  rmSync(machine(), { force: true });
  rmSync(own, { recursive: true, force: true });
});

const run = (title: string) => session.vsc.command(`QR Code Master: ${title}`);

async function make(line = 1): Promise<void> {
  const { vsc } = session;
  await vsc.openFile('text.txt');
  await vsc.goto(line, 1);
  await run('Generate QR Code from Selection');
  await shows(await session.panel(), line === 1 ? 'a short text' : 'nobody logs this');
}

/** What the panel shows of a picture that is read now. */
async function read(name: string): Promise<{ text: string; tried: number }> {
  const { vsc } = session;
  if (!(await vsc.explorerRow(name).isVisible())) await vsc.explorerRow('seen').click();
  await vsc.explorerRow(name).click();
  await vsc.explorerMenu(name, 'Decode QR Code in Image');
  const card = (await session.panel()).locator(`.picture-card[aria-label="${name}"]`);
  await card.locator('.tools, .message').first().waitFor();
  return { text: (await card.textContent()) ?? '', tried: await card.locator('.tried li').count() };
}
/** A setting comes a moment after it is written: the picture is read until it has. */
const reads = (name: string) => expect.poll(async () => (await read(name)).text, { interval: 500 });

const codes = async () => (await session.vsc.problems()).map(({ code }: { code?: string }) => code ?? '').join(' ');
const squiggles = (severity: string) =>
  session.vsc.page.locator(`.editor-group-container.active .view-overlays .squiggly-${severity}`).count();

test('make.level: a new symbol starts from it', async () => {
  const level = async () => {
    await make();
    return (await session.panel()).locator('.symbol').first().getAttribute('aria-label');
  };
  expect(await level()).toContain('level H');
  setHere({ 'make.level': 'M' });
  await expect.poll(level).toContain('level M');
});

test('decode.maxMegapixels: a larger picture is refused, its size and the limit named', async () => {
  setOfMachine({ 'decode.maxMegapixels': 4.1 });
  await reads('blank.png').toMatch(/2100 x 2000 pixels, more than the limit of 4\D?100\D?000\b/);
  expect((await read('noise.png')).text).not.toContain('limit of');
});

test('decode.timeoutMs: reading ends, and says so', async () => {
  const late = /The time limit ended the search|took longer than 100 ms/;
  setHere({ 'decode.effort': 'thorough' });
  setOfMachine({ 'decode.timeoutMs': 100 });
  await reads('noise.png').toMatch(late);
  setOfMachine({});
  await reads('noise.png').not.toMatch(late);
});

test('decode.otherCodes: they are read without being asked for', async () => {
  expect((await read('matrix.png')).text).not.toContain('Hello Data Matrix');
  setHere({ 'decode.otherCodes': true });
  await reads('matrix.png').toContain('Hello Data Matrix');
});

test('decode.effort: fast is one look, normal is several', async () => {
  setHere({ 'decode.effort': 'fast' });
  await expect.poll(async () => (await read('matrix.png')).tried).toBe(1);
  setHere({ 'decode.effort': 'normal' });
  await expect.poll(async () => (await read('matrix.png')).tried).toBeGreaterThan(1);
});

test('compliance.hideDuplicates: what another linter tells is told twice, or once', async () => {
  const { vsc } = session;
  await vsc.openFile('flaws/Dockerfile.flaws');
  await expect.poll(codes).toMatch(/DL3007/);
  await expect.poll(codes).toMatch(/^(?!.*IMG-002).*MLPS-RUN-001/);
  setHere({ 'compliance.hideDuplicates': false });
  await expect.poll(codes).toMatch(/MLPS-IMG-002/);
  setHere({});
  await expect.poll(codes).not.toMatch(/MLPS-IMG-002/);
  expect(await codes()).toMatch(/DL3007/);
});

test('compliance.enabled: off, an open file has no findings; on, it has them again', async () => {
  await session.vsc.openFile('flaws/Dockerfile.flaws');
  await expect.poll(codes).toMatch(/MLPS-RUN-001/);
  setHere({ 'compliance.enabled': false });
  await expect.poll(codes).not.toMatch(/MLPS-/);
  setHere({});
  await expect.poll(codes).toMatch(/MLPS-RUN-001/);
});

test('compliance.profile: the rules of the wider one are reported at once, and no longer', async () => {
  const { vsc } = session;
  await vsc.closeAllEditors();
  await vsc.openFile('tagged/docker-compose.yml');
  await expect.poll(codes).toMatch(/MLPS-RUN-008/);
  expect(await codes()).not.toMatch(/MLPS-RUN-000/);
  setHere({ 'compliance.profile': 'mlps3' });
  await expect.poll(codes).toMatch(/MLPS-RUN-000/);
  setHere({ 'compliance.profile': 'recommended' });
  await expect.poll(codes).not.toMatch(/MLPS-RUN-000/);
});

test('compliance.baselineFindings: hints, or nothing', async () => {
  const { vsc } = session;
  await vsc.closeAllEditors();
  await vsc.openFile('old/Containerfile');
  await vsc.waitForSquiggle('hint');
  setHere({ 'compliance.baselineFindings': 'hidden' });
  await expect.poll(() => squiggles('hint')).toBe(0);
  setHere({});
  await vsc.waitForSquiggle('hint');
});

test('compliance.checkIgnored: the check of the workspace has the files that git ignores', async () => {
  const checked = async () => {
    const judged = () => entriesOf(log).filter(({ op, target }) => op === 'check' && target === '.');
    const before = judged().length;
    await run('Check Workspace Compliance');
    await expect.poll(() => judged().length).toBe(before + 1);
    return Number(judged().at(-1)!.detail!.files);
  };
  await session.vsc.closeAllEditors();
  const without = await checked();
  setHere({ 'compliance.checkIgnored': true });
  await expect.poll(checked).toBe(without);
  setOfMachine({ 'compliance.checkIgnored': true });
  await expect.poll(checked).toBe(without + 1);
  setOfMachine({});
});

test('audit.enabled: off, one last line says so, and nothing follows', async () => {
  await make();
  await expect.poll(() => entriesOf(log).at(-1)).toMatchObject({ op: 'make' });
  setOfMachine({ 'audit.enabled': false });
  const off = { op: 'log', detail: { event: 'off', by: 'qrCodeMaster.audit.enabled' } };
  await expect.poll(() => entriesOf(log).at(-1)).toMatchObject(off);
  const { length } = entriesOf(log);
  await make(2);
  setOfMachine({});
  await expect.poll(() => entriesOf(log).length).toBeGreaterThan(length);
  await make();
  await expect.poll(() => entriesOf(log).at(-1)).toMatchObject({ op: 'make' });
  const later = entriesOf(log).slice(length);
  expect(later.map(({ op, detail }) => (op === 'log' ? detail?.event : op))).toEqual(['on', 'settings', 'make']);
});

test('audit.folder, audit.keepDays: the log goes on there, and loses only what is older', async () => {
  const moved = path.join(own, 'moved');
  // By the clock of then; the log of today is in another month than the last of them.
  for (const days of [250, 150, 40])
    logOf({ folder: moved, system: { ...nodeSystem, now: () => Date.now() - days * DAY_MS } }).add(`${days} days old`);
  const before = filesOf(moved);
  expect(before.length).toBe(3);
  setOfMachine({ 'audit.folder': moved, 'audit.keepDays': 200 });
  const left = { op: 'log', detail: { event: 'off', by: 'qrCodeMaster.audit.folder' } };
  await expect.poll(() => entriesOf(log).at(-1)).toMatchObject(left);
  await make();
  await expect.poll(() => entriesOf(moved).at(-1)).toMatchObject({ op: 'make' });
  const events = entriesOf(moved).map(({ detail }) => detail);
  expect(events).toContainEqual({ event: 'keepDays', days: 200 });
  expect(events).toContainEqual(expect.objectContaining({ event: 'expired', file: before[0] }));
  expect(filesOf(moved)).toEqual([...before.slice(1), expect.any(String)]);
  expect(entriesOf(log).at(-1)).toMatchObject(left);
});
