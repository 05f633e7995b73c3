/**
 * Checking deployment files: squiggles while typing, quick fixes, the whole workspace in the
 * Problems panel.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from './session';

let session: Session;
beforeAll(async () => {
  session = await openSession({
    files: {
      'flaws/Dockerfile': 'FROM node:latest\nUSER root\nCMD ["node"]\n',
      'flaws/compose.yaml': 'services:\n  web:\n    image: nginx:1.27.3\n    privileged: true\n',
      'plain/compose.yaml': 'services:\n  web:\n    image: nginx:latest\n',
      'configured/.qrcodemaster.yaml': 'profile: \nrules:\n  MLPS-IMG-001: fatal\n',
      'broken/compose.yaml': `services:\n\tweb: &a [*a]\n  x: ${'y'.repeat(200_000)}\n`,
    },
  });
});
afterAll(() => session?.close());

const codes = async () => (await session.vsc.problems({ min: 1 })).map(({ code }: { code?: string }) => code ?? '');

test('a Dockerfile: the finding is underlined', async () => {
  const { vsc } = session;
  await vsc.openFile('flaws/Dockerfile');
  await expect
    .poll(async () => Object.values(await vsc.squiggles()).reduce((a, b) => a + b), { timeout: 60_000 })
    .toBeGreaterThan(0);
  expect((await codes()).join(' ')).toMatch(/MLPS-IMG-002/);
});

test('a Dockerfile: a finding is suppressed by a comment, its reason to be written', async () => {
  const { vsc } = session;
  await vsc.openFile('flaws/Dockerfile');
  await vsc.waitForSquiggle('warning');
  await vsc.goto(1, 8);
  const aside = (await vsc.quickFix()).find((title: string) => title.startsWith('Suppress MLPS-IMG-002'));
  expect(aside).toBeDefined();
  await vsc.quickFix(aside);
  await expect.poll(() => vsc.editorText()).toContain('# mlps-lint disable-next-line MLPS-IMG-002 --');
  await expect.poll(async () => (await codes()).join(' ')).not.toContain('MLPS-IMG-002');
  await vsc.page.keyboard.press('Control+z');
  await expect.poll(() => vsc.editorText()).not.toContain('mlps-lint');
});

test('a compose file: the quick fix works', async () => {
  const { vsc, folder } = session;
  await vsc.openFile('flaws/compose.yaml');
  await vsc.waitForSquiggle('error');
  await vsc.goto(4, 8);
  const offered = await vsc.quickFix();
  const fix = offered.find((title: string) => /^Remove it/.test(title));
  expect(fix, offered.join(' | ')).toBeDefined();
  await vsc.quickFix(fix);
  await expect.poll(() => vsc.editorText()).not.toMatch(/privileged: true/);
  await vsc.save();
  await expect
    .poll(() => readFileSync(path.join(folder, 'flaws', 'compose.yaml'), 'utf8'))
    .not.toMatch(/privileged: true/);
});

test('a compose file: hardening the service changes the text at once, and undo brings it back', async () => {
  const { vsc } = session;
  await vsc.openFile('plain/compose.yaml');
  await vsc.waitForSquiggle('warning');
  await vsc.goto(2, 4);
  const before = await vsc.editorText();
  const harden = (await vsc.quickFix()).find((title: string) => title.startsWith('Harden this service'));
  expect(harden).toBeDefined();
  await vsc.quickFix(harden);
  await expect.poll(() => vsc.editorText()).toContain('no-new-privileges');
  expect(await vsc.editorText()).toContain('cap_drop');
  await vsc.page.keyboard.press('Control+z');
  await expect.poll(() => vsc.editorText()).toBe(before);
});

test('the configuration: a wrong word is underlined, and the right ones are proposed', async () => {
  const { vsc } = session;
  await vsc.openFile('configured/.qrcodemaster.yaml');
  await vsc.waitForSquiggle('error');
  await expect.poll(async () => (await codes()).join(' ')).toContain('config-severity');
  await vsc.goto(1, 10);
  await vsc.page.keyboard.press('Control+Space');
  await vsc.page.locator('.suggest-widget .monaco-list-row', { hasText: 'mlps3' }).click();
  await expect.poll(() => vsc.editorText()).toContain('profile: mlps3');
  await vsc.page.keyboard.press('Control+z');
});

test('Check Workspace Compliance fills the Problems panel, broken files included', async () => {
  const { vsc } = session;
  await vsc.closeAllEditors();
  await vsc.command('QR Code Master: Check Workspace Compliance');
  await vsc.page.locator('.markers-panel').waitFor({ timeout: 60_000 }); // the command opens it
  const problems = await vsc.problems({ min: 4, timeout: 60_000 });
  expect(problems.length).toBeGreaterThanOrEqual(4);
  expect((await codes()).every((code: string) => code === '' || /MLPS-|^config-severity/.test(code))).toBe(true);
});

test('the rule of a finding opens its page', async () => {
  const { vsc } = session;
  await vsc.openFile('flaws/Dockerfile');
  await vsc.problems({ min: 1 });
  await vsc.page.locator('.markers-panel a', { hasText: 'MLPS-IMG-002' }).first().click();
  await vsc.tab('Preview MLPS-IMG-002.md').waitFor();
});

test('Restart Worker: the linter is there again; Show Log shows what it logged', async () => {
  const { vsc } = session;
  await vsc.closeAllEditors();
  await vsc.command('QR Code Master: Restart Worker');
  await vsc.openFile('flaws/Dockerfile');
  await vsc.waitForSquiggle('warning');
  await vsc.command('QR Code Master: Show Log');
  await expect
    .poll(() => vsc.page.locator('.panel select option:checked').allTextContents())
    .toContain('QR Code Master');
});
