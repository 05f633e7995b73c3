/** *Add Attestation…*: who answers for a row, written into the configuration. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from './session';

const CONFIG =
  '# ours\nprofile: recommended # for now\nattestations:\n  # of the alarms\n  - row: C92\n    by: Li Wei\n    on: 2020-01-01\n    until: 2021-01-01\n    evidence: siem.pdf\nignore: [old]\n';

let session: Session;
beforeAll(async () => {
  session = await openSession({
    files: {
      'shop/.qrcodemaster.yaml': CONFIG,
      'shop/compose.yaml': 'services:\n  web:\n    image: nginx:1.27.3\n',
    },
  });
});
afterAll(() => session?.close());

const COMMAND = 'QR Code Master: Add Attestation…';
const read = (name: string) => readFileSync(path.join(session.folder, name), 'utf8');

test('a row is chosen by its words, answers are checked, and the attestation stands in the configuration', async () => {
  const { vsc } = session;
  await vsc.openFile('shop/compose.yaml');
  await vsc.command(COMMAND);
  await vsc.pick(/^shop/);
  const list = vsc.quickInput.locator('.monaco-list-row');
  await expect.poll(() => list.first().textContent()).toMatch(/C92.*alarms/);
  await vsc.pick('emergency plan');
  await vsc.answer('Zhang San');
  await vsc.answer('2999-01-01');
  await vsc.quickInput.locator('.quick-input-message', { hasText: 'still to come' }).waitFor();
  await vsc.answer('2026-01-31');
  await vsc.answer('docs/plan "3".pdf');
  await vsc.answer('');
  const added = '  - row: C86\n    by: "Zhang San"\n    on: 2026-01-31\n    evidence: "docs/plan \\"3\\".pdf"\n';
  await expect.poll(() => read('shop/.qrcodemaster.yaml')).toBe(CONFIG.replace('ignore:', `${added}ignore:`));
  await expect.poll(() => vsc.editorText()).toContain('row: C86');
});

test('an attestation that is over is renewed by the light bulb', async () => {
  const { vsc } = session;
  await vsc.openFile('shop/.qrcodemaster.yaml');
  await vsc.waitForSquiggle('warning');
  await vsc.goto(5, 8);
  const renew = (await vsc.quickFix()).find((title: string) => title.startsWith('C92: looked at today'));
  expect(renew).toBeDefined();
  await vsc.quickFix(renew);
  await expect.poll(() => vsc.editorText()).not.toContain('2021-01-01');
  await vsc.page.keyboard.press('Control+z');
  await expect.poll(() => vsc.editorText()).toContain('2021-01-01');
});

test('without a configuration one is made, after it is said what that means', async () => {
  const { vsc } = session;
  await vsc.command(COMMAND);
  await vsc.pick(/^\.qrcodemaster/);
  await vsc.pick('emergency plan');
  for (const answer of ['Li Wei', '2026-01-31', 'docs/plan.pdf', '']) await vsc.answer(answer);
  const dialog = vsc.page.locator('.monaco-dialog-box');
  await expect.poll(() => dialog.textContent()).toContain('mlps3');
  expect(existsSync(path.join(session.folder, '.qrcodemaster.yaml'))).toBe(false);
  await dialog.locator('.monaco-button', { hasText: 'Create' }).click();
  await expect
    .poll(() => existsSync(path.join(session.folder, '.qrcodemaster.yaml')) && read('.qrcodemaster.yaml'))
    .toContain('profile: mlps3\nattestations:\n  - row: C86\n');
});
