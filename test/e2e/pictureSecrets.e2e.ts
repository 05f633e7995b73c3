/** *Find Secrets in QR Pictures of This Workspace*: on the picture, by sort, never shown, waived. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Assessment } from '../../src/worker/protocol/assessment';
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
    // All rows of the problems are in sight.
    viewport: { width: 1280, height: 1600 },
    files: {
      'docs/otp.png': picture(`otpauth://totp/ACME:ada?secret=${SEED}&issuer=ACME`),
      'docs/wifi.png': picture('WIFI:T:WPA;S:shop;P:not-a-secret-2;;'),
      'docs/key.png': picture(
        'Our key\n-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA\n-----END PRIVATE KEY-----',
      ),
      'docs/token.png': picture('glpat-not-a-secret-0123456789'),
      'docs/address.png': picture('https://ada:hunter2@git.example.org/y'),
      'docs/words.png': picture('Router password: hunter2'),
      'docs/harmless.png': picture('https://example.org/menu'),
      'docs/broken.png': 'no picture',
      'out/hidden.png': picture('https://ada:hunter2@git.example.org/x'),
      '.gitignore': 'out/\n',
    },
  });
});
afterAll(() => session?.close());

const found = async () =>
  (await session.vsc.problems()).filter(({ code }: { code?: string }) => code?.includes('MLPS-SEC-008'));

const SORTS = [/an access token/, /a password, a key/, /a private key/, /user and a password/, /one-time/, /Wi-Fi/];

/** One message of each sort, and two of networks: the other one is in the photograph of the samples. */
function expectEverySort(messages: readonly string[]): void {
  const found = messages.map((message) => SORTS.findIndex((sort) => sort.test(message)));
  expect(found.sort()).toEqual([0, 1, 2, 3, 4, 5, 5]);
}

test('pictures with a secret are listed with its sort, and nothing of it', async () => {
  const { vsc } = session;
  await vsc.command(title);
  expect(await vsc.notification('Secrets in QR codes: 7')).toContain('cannot be read: 1');
  const problems = await found();
  expectEverySort(problems.map(({ message }: { message: string }) => message));
  expect(problems.every(({ severity }: { severity: string }) => severity === 'error')).toBe(true);
  expect(await vsc.page.locator('body').textContent()).not.toMatch(/JBSWY|hunter2|not-a-secret/);
  expect(session.logged()).not.toMatch(/JBSWY|not-a-secret/);
});

test('a finding opens its picture', async () => {
  const { vsc } = session;
  await vsc.page.locator('.markers-panel .monaco-list-row', { hasText: 'one-time' }).first().dblclick();
  await vsc.tab('otp.png').waitFor();
});

test('the report has them where pictures are searched, too, which is kept, and says where they were not', async () => {
  const { vsc, folder } = session;
  const item = (text: string) => vsc.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const exported = async (format: string, file: string) => {
    await vsc.clearNotifications();
    await item(format).click();
    await vsc.takeProposal(new RegExp(file));
    await vsc.notification('The report was saved');
    const text = readFileSync(path.join(folder, file), 'utf8');
    expect(text).not.toMatch(/JBSWY|hunter2|not-a-secret/);
    return text;
  };
  const command = 'QR Code Master: Export Compliance Report…';
  await vsc.command(command);
  expect(await exported('HTML', 'mlps-report.html')).toContain('pictures were not searched');
  rmSync(path.join(folder, 'mlps-report.html'));
  await vsc.command(command);
  await item('Search pictures').click();
  await expect.poll(() => item('Search pictures').textContent()).toMatch(/codes *on/);
  const page = await exported('HTML', 'mlps-report.html');
  expect(page).toContain('<code>docs/otp.png:1</code>');
  expect(page).toContain('holds the seed of one-time passwords');
  expect(page).toMatch(/searched for secrets in \d+ pictures/);
  // Chosen before.
  await vsc.command(command);
  const json: Assessment = JSON.parse(await exported('JSON', 'mlps-report.json'));
  const secrets = json.findings.filter(({ rule }) => rule === 'MLPS-SEC-008');
  expectEverySort(secrets.map(({ message }) => message));
  expect(page.split('id="f').length - 1).toBe(json.findings.length);
  expect(json.notJudged.map(({ path }) => path)).toContain('docs/broken.png');
  const otp = readFileSync(path.join(folder, 'docs/otp.png'));
  expect(json.files.find(({ path }) => path === 'docs/otp.png')).toMatchObject({
    kind: 'picture',
    sha256: createHash('sha256').update(otp).digest('hex'),
  });
  expect(json.files.filter(({ kind }) => kind === 'picture')).toHaveLength(json.pictures!.read);
  expect(session.logged()).not.toMatch(/JBSWY|not-a-secret/);
});

test('a waiver in the configuration holds', async () => {
  const { vsc, folder } = session;
  const waiver = 'rule: MLPS-SEC-008\n    files: [docs/otp.png]\n    reason: opens nothing\n    until: 2099-12-31';
  writeFileSync(path.join(folder, '.qrcodemaster.yaml'), `profile: recommended\nwaivers:\n  - ${waiver}\n`);
  await vsc.clearNotifications();
  await vsc.command(title);
  await vsc.notification('Secrets in QR codes: 6');
  await expect.poll(async () => (await found()).length).toBe(6);
});
