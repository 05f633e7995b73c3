/**
 * The window is loaded again in the middle of a batch, of a report and of a fix: no half file is
 * left, nothing is lost in silence, and what was not finished is told.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from './lane';
import { openSession, type Session } from './session';

/** So many that the report takes seconds. */
const MANY = Array.from({ length: 300 }, (_, i): [string, string] => [
  `many/${i}/compose.yaml`,
  `services:\n${Array.from({ length: 20 }, (_, n) => `  web${n}:\n    image: nginx:1.${i}.${n}\n    ports: ["80:80"]\n`).join('')}`,
]);

const COMPOSE = 'services:\n  web:\n    image: nginx:1.27.3\n    privileged: true\n';
const FIXED = 'services:\n  web:\n    image: nginx:1.27.3\n';

let session: Session;
beforeAll(async () => {
  session = await openSession({
    settings: { 'files.hotExit': 'onExitAndWindowClose' },
    files: {
      'fix/compose.yaml': COMPOSE,
      'lines.txt': Array.from({ length: 10_000 }, (_, i) => `line ${i}`).join('\n'),
      ...Object.fromEntries(MANY),
    },
  });
});
afterAll(() => session?.close());

const pictures = () => readdirSync(session.folder).filter((file) => /^line .*\.png$/.test(file));
/** A PNG ends with a chunk of this name, and its check sum. */
const isWhole = (name: string) => readFileSync(path.join(session.folder, name)).subarray(-8, -4).toString() === 'IEND';

test('a batch: what was saved is whole, and how far it came is told, once', async () => {
  const { vsc } = session;
  await vsc.openFile('lines.txt');
  // A busy machine tells the extension late of what is open: then it asks for a file.
  await expect
    .poll(async () => {
      await vsc.page.keyboard.press('Escape');
      await vsc.command('QR Code Master: Generate QR Codes from Table or Lines');
      await vsc.page
        .locator('iframe.webview.ready')
        .waitFor({ timeout: 15_000 })
        .catch(() => {});
      return vsc.page.locator('iframe.webview.ready').count();
    })
    .toBe(1);
  const panel = await session.panel();
  await panel.locator('.batch vscode-button', { hasText: 'Save 10,000' }).click();
  await vsc.takeProposal(/samples\/$/);
  const progress = panel.locator('.batch progress');
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(50);
  await vsc.reload();
  const told = await vsc.notification('The batch lines.txt was not finished');
  const saved = pictures();
  const [, done] = /until then: (\d+) of 10000/.exec(told)!.map(Number);
  expect(done).toBeGreaterThan(50);
  expect(saved.length).toBeGreaterThanOrEqual(done!);
  expect(saved.length).toBeLessThan(10_000);
  expect(saved.filter((name) => !isWhole(name))).toEqual([]);
  await vsc.clearNotifications();
  await vsc.reload();
  await session.panel();
  // Whichever of the two was the active one.
  await vsc.page.locator('.view-line', { hasText: /^line.0$/ }).waitFor();
  expect(await vsc.page.locator('.notification-toast', { hasText: 'was not finished' }).count()).toBe(0);
  expect(pictures()).toHaveLength(saved.length);
});

test('a report: no file is left, it is told, and made again by a button', async () => {
  const { vsc, folder } = session;
  await vsc.command('QR Code Master: Export Compliance Report…');
  await vsc.pick('JSON');
  await vsc.takeProposal(/mlps-report\.json$/);
  await vsc.notification('Making the report');
  await vsc.reload();
  const target = path.join(folder, 'mlps-report.json');
  await vsc.notification('mlps-report.json was not saved');
  await vsc.page.locator('.notification-toast .monaco-button', { hasText: 'Start Again' }).click();
  expect(existsSync(target)).toBe(false);
  await vsc.pick('JSON');
  await vsc.takeProposal(/mlps-report\.json$/);
  await vsc.notification('The report was saved', { timeout: 120_000 });
  expect(JSON.parse(readFileSync(target, 'utf8')).files.length).toBeGreaterThanOrEqual(300);
});

/** What VS Code keeps of unsaved files; it does so some time after a change, and no reload waits for it. */
function kept(): string[] {
  const folder = path.join(lane.state, 'data', 'User', 'Backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

test('a fix: the file is as it was or whole with it, and what was there unsaved is there again', async () => {
  const { vsc, folder } = session;
  const file = path.join(folder, 'fix/compose.yaml');
  const text = async () => `${(await vsc.editorText()).trimEnd()}\n`;
  const fix = async () => {
    await vsc.waitForSquiggle('error');
    await vsc.goto(4, 8);
    await vsc.quickFix('Remove it');
  };
  await vsc.openFile('fix/compose.yaml');
  await fix();
  await vsc.reload();
  await vsc.openFile('fix/compose.yaml');
  await expect.poll(() => vsc.editorText()).toContain('nginx:1.27.3');
  expect([COMPOSE, FIXED]).toContain(await text());
  // What came too late for the window is still found.
  if ((await text()) === COMPOSE) await fix();
  await expect.poll(text).toBe(FIXED);
  await expect.poll(kept).toContainEqual(expect.stringContaining(FIXED));
  await vsc.reload();
  await vsc.openFile('fix/compose.yaml');
  await expect.poll(text).toBe(FIXED);
  expect(readFileSync(file, 'utf8')).toBe(COMPOSE);
  await vsc.save();
  await expect.poll(() => readFileSync(file, 'utf8')).toBe(FIXED);
});
