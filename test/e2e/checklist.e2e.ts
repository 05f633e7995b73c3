/** The compliance checklist in its view: grouped, filtered, its evidence opened, its report saved. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Assessment } from '../../src/worker/protocol/assessment';
import { openSession, type Session } from './session';

const COMPOSE = 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n  db:\n    image: postgres:9.4\n';

let session: Session;
beforeAll(async () => {
  session = await openSession({ files: { 'shop/compose.yaml': COMPOSE } });
});
afterAll(() => session?.close());

const rows = () => session.vsc.page.locator('.pane-body .monaco-list-row');
const row = (text: string | RegExp) => rows().filter({ hasText: text }).first();
/** Opened, however often the test is tried. */
const expand = async (text: string) => {
  await row(text).click();
  if ((await row(text).getAttribute('aria-expanded')) !== 'true') await session.vsc.page.keyboard.press('ArrowRight');
  await expect.poll(() => row(text).getAttribute('aria-expanded')).toBe('true');
};
const pick = async (title: string) => {
  const { page } = session.vsc;
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
};

test('a side bar has it as soon as a deployment file was opened, and not before', async () => {
  const { vsc } = session;
  const icon = vsc.page.locator('.activitybar [aria-label^="QR Code Master"]');
  await vsc.openFile('hello.md');
  await vsc.page.locator('.activitybar [aria-label^="Explorer"]').first().waitFor();
  expect(await icon.count()).toBe(0);
  await vsc.openFile('shop/compose.yaml');
  await icon.first().waitFor({ timeout: 60_000 });
});

test('the palette opens it: chapters with what is open in them', async () => {
  const { vsc } = session;
  await vsc.command('QR Code Master: Show Compliance Checklist');
  await row('3.1 Images').waitFor({ timeout: 60_000 });
  expect(await row('3.1 Images').textContent()).toMatch(/\d+ open of 5/);
  expect(await vsc.page.locator('.pane-body .message').textContent()).toMatch(/Met \d+ · .*Not met \d+/);
});

test('a row leads to its evidence', async () => {
  const { vsc } = session;
  await expand('3.1 Images');
  await row('C22').waitFor();
  expect(await row('C22').textContent()).toContain('Partly met');
  await expand('C22');
  await row('shop/compose.yaml:3').click();
  await vsc.tab('compose.yaml').waitFor();
  await expect.poll(() => vsc.editorText()).toContain('nginx:latest');
});

test('a finding has its fixes and the page of its rule beside it', async () => {
  const { vsc } = session;
  const finding = row('shop/compose.yaml:3');
  await vsc.waitForSquiggle('warning');
  const fixes = vsc.page.locator('.action-widget .monaco-list-row.action');
  // Pressed again where the editor has no answer yet: it says so, and opens no list.
  await expect
    .poll(async () => {
      await finding.hover();
      await finding.locator('.action-label[aria-label^="Show Fixes"]').click();
      await fixes
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => {});
      return (await fixes.allInnerTexts()).join();
    })
    .toMatch(/MLPS-IMG-\d+/);
  expect(await vsc.page.locator('.editor-group-container.active .view-line').count()).toBeGreaterThan(0);
  await vsc.page.keyboard.press('Escape');
  await fixes.first().waitFor({ state: 'hidden' });
  await finding.hover();
  await finding.locator('.action-label[aria-label^="Open Rule Page"]').click();
  await vsc.tab('Preview MLPS-IMG-002.md').waitFor();
});

test('a finding is waived from its row by keyboard, its reason to be written', async () => {
  const { vsc, folder } = session;
  await vsc.closeAllEditors();
  await row('shop/compose.yaml:3').click();
  await vsc.page.keyboard.press('Shift+F10');
  await vsc.menu('Waive Finding');
  await vsc.tab('.qrcodemaster.yaml').waitFor();
  await expect.poll(() => vsc.editorText()).toMatch(/- rule: MLPS-IMG-002\n +files: \["\/shop\/compose.yaml"\]/);
  await vsc.page.keyboard.type('until the registry moves');
  await vsc.save();
  const written = readFileSync(path.join(folder, '.qrcodemaster.yaml'), 'utf8');
  expect(written).toMatch(/reason: until the registry moves\n?$/);
  await expect.poll(() => row('shop/compose.yaml:3').textContent()).toContain('suppressed');
  await vsc.closeAllEditors();
  rmSync(path.join(folder, '.qrcodemaster.yaml'));
});

test('Refresh judges what was changed outside', async () => {
  const { vsc, folder } = session;
  await vsc.closeAllEditors();
  const file = path.join(folder, 'shop/compose.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `# one line more\n${text}`);
  await vsc.command('QR Code Master: Refresh Checklist');
  await row('shop/compose.yaml:4').waitFor();
  await expect.poll(() => rows().filter({ hasText: 'shop/compose.yaml:3' }).count()).toBe(0);
  writeFileSync(file, text);
  await vsc.command('QR Code Master: Refresh Checklist');
  await row('shop/compose.yaml:3').waitFor();
});

test('it follows what is typed', async () => {
  const { vsc, folder } = session;
  await vsc.openFile('shop/compose.yaml');
  await vsc.goto(3, 24);
  await vsc.page.keyboard.press('End');
  for (let i = 0; i < 'latest'.length; i++) await vsc.page.keyboard.press('Backspace');
  await vsc.page.keyboard.type('1.29');
  await vsc.save();
  expect(readFileSync(path.join(folder, 'shop/compose.yaml'), 'utf8')).toContain('nginx:1.29');
  await expect.poll(() => rows().filter({ hasText: 'shop/compose.yaml:3' }).count(), { timeout: 30_000 }).toBe(0);
});

test('by object: a database is asked by its own sheet', async () => {
  const { vsc } = session;
  await vsc.command('QR Code Master: Group Checklist By…');
  await pick('By service, image, host');
  await row('Service db').waitFor();
  await expand('Service db');
  await row('8.1.4.4 e').waitFor();
  expect(await row('8.1.4.4 e').textContent()).toContain('proposed');
});

test('by clause, and only what may concern a high-risk case', async () => {
  const { vsc } = session;
  await vsc.command('QR Code Master: Group Checklist By…');
  await pick('By clause');
  await row('8.1.4.4 e Intrusion prevention').waitFor();
  const all = await rows().count();
  await vsc.command('QR Code Master: Filter Checklist…');
  await pick('high-risk');
  await expect.poll(() => rows().count()).toBeLessThan(all);
  await vsc.command('QR Code Master: Filter Checklist…');
  await pick('Everything');
});

test('a row that no file decides is answered for from its place', async () => {
  const { vsc } = session;
  await vsc.command('QR Code Master: Group Checklist By…');
  await pick('By chapter');
  await expand('6 Regular upkeep');
  await row('C86').hover();
  await row('C86').locator('.action-label[aria-label^="Add Attestation"]').click();
  await expect
    .poll(() => vsc.page.locator('.quick-input-widget').textContent(), { timeout: 20_000 })
    .toMatch(/C86|configuration/i);
  for (let i = 0; i < 2; i++) await vsc.page.keyboard.press('Escape');
});

test('the report is saved where the user says', async () => {
  const { vsc, folder } = session;
  await vsc.command('QR Code Master: Export Compliance Report…');
  await pick('JSON');
  const target = path.join(folder, 'mlps-report.json');
  await vsc.takeProposal(/mlps-report\.json$/);
  // Until then there is a part of it.
  await vsc.notification('The report was saved');
  const { files, coverage } = JSON.parse(readFileSync(target, 'utf8')) as Assessment;
  expect(files.map((file) => file.path)).toContain('shop/compose.yaml');
  expect(coverage.decided.byFiles).toBeGreaterThan(10);
});
