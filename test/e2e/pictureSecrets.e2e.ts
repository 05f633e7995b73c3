/** *Find Secrets in QR Pictures of This Workspace*: on the picture, by sort, never shown, waived. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, root, type Session } from './session';

const SEED = 'JBSWY3DPEHPK3PXP';
const title = 'QR Code Master: Find Secrets in QR Pictures of This Workspace';
let session: Session;

function picture(text: string): Uint8Array {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-code-'));
  try {
    const file = path.join(folder, 'code.png');
    execFileSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'encode', text, '-o', file]);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

beforeAll(async () => {
  session = await openSession({
    files: {
      'docs/otp.png': picture(`otpauth://totp/ACME:ada?secret=${SEED}&issuer=ACME`),
      'docs/broken.png': 'no picture',
      'out/hidden.png': picture('https://ada:hunter2@git.example.org/x'),
      '.gitignore': 'out/\n',
    },
  });
});
afterAll(() => session?.close());

const found = async () =>
  (await session.vsc.problems()).filter(({ code }: { code?: string }) => code?.includes('MLPS-SEC-008'));

test('pictures with a secret are listed with its sort, and nothing of it', async () => {
  const { vsc } = session;
  await vsc.command(title);
  expect(await vsc.notification('Secrets in QR codes: 2')).toContain('cannot be read: 1');
  const problems = await found();
  const messages = problems.map(({ message }: { message: string }) => message).sort();
  // The other one is in the photograph of the samples.
  expect(messages).toEqual([expect.stringMatching(/one-time/), expect.stringMatching(/Wi-Fi/)]);
  expect(problems.every(({ severity }: { severity: string }) => severity === 'error')).toBe(true);
  expect(await vsc.page.locator('body').textContent()).not.toMatch(/JBSWY|hunter2|not-a-secret/);
  expect(session.logged()).not.toMatch(/JBSWY|not-a-secret/);
});

test('a finding opens its picture', async () => {
  const { vsc } = session;
  await vsc.page.locator('.markers-panel .monaco-list-row', { hasText: 'one-time' }).first().dblclick();
  await vsc.tab('otp.png').waitFor();
});

test('a waiver in the configuration holds', async () => {
  const { vsc, folder } = session;
  const waiver = 'rule: MLPS-SEC-008\n    files: [docs/otp.png]\n    reason: opens nothing\n    until: 2099-12-31';
  writeFileSync(path.join(folder, '.qrcodemaster.yaml'), `profile: recommended\nwaivers:\n  - ${waiver}\n`);
  await vsc.clearNotifications();
  await vsc.command(title);
  await vsc.notification('Secrets in QR codes: 1');
  await expect.poll(async () => (await found()).length).toBe(1);
});
