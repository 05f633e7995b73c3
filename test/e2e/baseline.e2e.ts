/** An old project: what its baseline has is a hint, until it is taken out; also from outside. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, root, type Session } from './session';

let session: Session;
const at = (name: string) => path.join(session.folder, 'old', name);
const lint = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'lint', at(''), ...args], { encoding: 'utf8' });
const codes = async () => (await session.vsc.problems()).map(({ code }: { code?: string }) => code ?? '');
const squiggles = (severity: string) =>
  session.vsc.page.locator(`.editor-group-container.active .view-overlays .squiggly-${severity}`).count();

beforeAll(async () => {
  session = await openSession({
    files: {
      'old/Dockerfile': 'FROM node:latest\nUSER root\nCMD ["node"]\n',
      'old/.qrcodemaster.yaml': 'profile: recommended\nbaseline: known/base.json\n',
      'old/known/base.json': '',
    },
  });
  expect(lint('--write-baseline', at('known/base.json')).status).toBe(0);
});
afterAll(() => session?.close());

test('old findings are hints, and listed as no problem', async () => {
  const { vsc } = session;
  await vsc.openFile('old/Dockerfile');
  await vsc.waitForSquiggle('hint');
  expect([await squiggles('error'), await squiggles('warning')]).toEqual([0, 0]);
  await expect.poll(codes).toEqual([]);
});

test('a quick fix takes one out, for the editor and the command line alike', async () => {
  const { vsc } = session;
  await vsc.openFile('old/Dockerfile');
  await vsc.waitForSquiggle('hint');
  await vsc.goto(1, 8);
  expect(lint('--fail-on', 'warning').status).toBe(0);
  await vsc.quickFix('Take this finding out of the baseline: MLPS-IMG-002');
  await vsc.waitForSquiggle('warning');
  expect(readFileSync(at('known/base.json'), 'utf8')).not.toContain('MLPS-IMG-002');
  await expect.poll(codes).toEqual([expect.stringContaining('MLPS-IMG-002')]);
  expect(lint('--fail-on', 'warning').status).toBe(1);
});

test('a baseline that is written again from outside holds at once', async () => {
  const { vsc } = session;
  await vsc.openFile('old/Dockerfile');
  await vsc.waitForSquiggle('warning');
  expect(lint('--write-baseline', at('known/base.json')).status).toBe(0);
  await expect.poll(codes).toEqual([]);
  await expect.poll(() => squiggles('warning')).toBe(0);
});

test('Write Baseline… writes what is found in the folder, as the command line does', async () => {
  const { vsc, folder } = session;
  await vsc.closeAllEditors();
  await vsc.command('QR Code Master: Write Baseline…');
  await vsc.takeProposal(/mlps-baseline\.json$/);
  await vsc.notification(/Findings in the baseline: \d+/);
  const written = readFileSync(path.join(folder, 'mlps-baseline.json'), 'utf8');
  const own = path.join(folder, 'own.json');
  const cli = path.join(root, 'dist', 'cli.js');
  spawnSync(process.execPath, [cli, 'lint', folder, '--write-baseline', own]);
  expect(written).toBe(readFileSync(own, 'utf8'));
});
