/**
 * What was made and read, in its view: found again, used, removed, cleared; no secret, over a reload,
 * beside a second window.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench } from './kit/workbench.mjs';
import { lane } from './lane';
import { shows } from './screen';
import { openSession, type Session } from './session';

const title = (command: string) => `QR Code Master: ${command}`;
const secret = 'WIFI:T:WPA;S:Guest;P:never-kept;;';
let session: Session;

beforeAll(async () => {
  session = await openSession({
    files: { 'lines.txt': `first line\nsecond line\n${secret}\nfourth <b>$(trash)</b>\n`, 'paste.txt': '\n' },
  });
  await session.vsc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => session?.close());

const rows = () => session.vsc.page.locator('.pane-body .monaco-list[aria-label*="Codes"] .monaco-list-row');
const row = (text: string) => rows().filter({ hasText: text }).first();
const labels = async () => (await rows().locator('.label-name').allTextContents()).map((label) => label.trim());
const focusView = () => session.vsc.command('QR Code Master: Focus on Codes View');

async function make(line: number, text: string): Promise<void> {
  const { vsc } = session;
  await vsc.openFile('lines.txt');
  await vsc.goto(line, 1);
  await vsc.command(title('Generate QR Code from Selection'));
  const panel = await session.panel();
  // What is hidden has a button that shows it.
  if (text === secret) await panel.locator('.card .text-box button').first().waitFor();
  else await shows(panel, text);
}

test('an empty history says so', async () => {
  await session.vsc.command(title('Search History…'));
  expect(await session.vsc.notification('No code was made or read')).toBeTruthy();
});

test('made and read codes come newest first, secrets not at all', async () => {
  await make(1, 'first line');
  await make(3, secret);
  await make(2, 'second line');
  await session.vsc.command(title('Read a Sample Picture'));
  await (await session.panel()).locator('.picture-card').first().waitFor();
  await focusView();
  await expect.poll(async () => (await labels())[0]).toBe('Hello from QR Code Master');
  expect((await labels()).slice(-2)).toEqual(['second line', 'first line']);
  expect((await labels()).join()).not.toMatch(/Guest|never-kept/);
});

test('an entry is shown again, copied, inserted, and its picture opened', async () => {
  const { vsc } = session;
  await focusView();
  await row('first line').click();
  await shows(await session.panel(), 'first line');
  await expect.poll(async () => (await labels())[0]).toBe('first line');
  await vsc.openFile('paste.txt');
  await vsc.goto(1, 1);
  await focusView();
  await row('second line').hover();
  await row('second line').locator('.action-label[aria-label^="Insert Text"]').click();
  await expect.poll(() => vsc.editorText()).toContain('second line');
  await focusView();
  await row('first line').hover();
  await row('first line').locator('.action-label[aria-label^="Copy Text"]').click();
  await expect.poll(() => vsc.page.evaluate(() => navigator.clipboard.readText())).toBe('first line');
  await row('Hello from').click({ button: 'right' });
  await vsc.page.locator('.monaco-menu .action-label', { hasText: 'Open Picture' }).first().click();
  await vsc.tab('hello.png').waitFor();
});

test('the search finds by a part, and a text is text', async () => {
  const { vsc } = session;
  await make(4, 'fourth');
  const input = vsc.quickInput.locator('input:not([type="checkbox"])').first();
  const found = vsc.quickInput.locator('.monaco-list-row .label-name');
  const search = async () => {
    // A list that loses the keyboard closes: it is asked for again.
    if (!(await input.isVisible())) await vsc.command(title('Search History…'));
    await input.fill('trash', { timeout: 5000 }).catch(() => {});
    return (await found.allTextContents()).map((each) => each.replace('\u2060', '').trim());
  };
  await expect.poll(search).toEqual(['fourth <b>$(trash)</b>']);
  expect(await vsc.quickInput.locator('.label-name .codicon-trash, .label-name b').count()).toBe(0);
  await vsc.page.keyboard.press('Enter');
  await shows(await session.panel(), 'fourth');
});

test('the filter leaves the read ones', async () => {
  const { vsc } = session;
  const pick = (text: string) =>
    vsc.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
  await vsc.command(title('Filter History…'));
  await pick('Read codes');
  await focusView();
  await expect.poll(labels).toEqual(['Hello from QR Code Master']);
  await vsc.command(title('Filter History…'));
  await pick('Everything');
  await expect.poll(async () => (await labels()).length).toBeGreaterThan(2);
});

test('it is there after a reload, and what comes back is not counted as new', async () => {
  const { vsc } = session;
  await focusView();
  const before = await labels();
  await vsc.reload();
  await session.panel();
  await focusView();
  await expect.poll(labels, { timeout: 60_000 }).toEqual(before);
});

test('switched off by the setting, it keeps nothing and forgets what it has', async () => {
  const { vsc, folder } = session;
  const settings = path.join(folder, '.vscode', 'settings.json');
  const before = existsSync(settings) ? readFileSync(settings, 'utf8') : undefined;
  mkdirSync(path.dirname(settings), { recursive: true });
  writeFileSync(settings, JSON.stringify({ 'qrCodeMaster.history.size': 0 }));
  try {
    await expect.poll(() => rows().count()).toBe(0);
    await make(1, 'first line');
    await vsc.command(title('Search History…'));
    expect(await vsc.notification('The history is switched off')).toBeTruthy();
  } finally {
    if (before === undefined) rmSync(settings);
    else writeFileSync(settings, before);
  }
  await make(2, 'second line');
  await focusView();
  await expect.poll(labels).toEqual(['second line']);
  await make(1, 'first line');
  await focusView();
  await expect.poll(labels).toEqual(['first line', 'second line']);
});

test('a second window of the workspace leaves the first one what it has', async () => {
  const { vsc } = session;
  const before = await labels();
  const other = await openWorkbench(session.url);
  try {
    await other.openFile('lines.txt');
    await other.goto(2, 1);
    await other.command(title('Generate QR Code from Selection'));
    await shows(await other.webview('qr-code-master.qr-code-master'), 'second line');
    await other.command(title('Search History…'));
    await other.quickInput.locator('.monaco-list-row', { hasText: 'second line' }).first().waitFor();
  } finally {
    await other.close();
  }
  await row('second line').hover();
  await row('second line').locator('.action-label[aria-label^="Remove"]').click();
  await expect.poll(labels).toEqual(before.filter((label) => label !== 'second line'));
  expect(vsc.errors.filter((error) => /qr-code-master/i.test(error))).toEqual([]);
});

test('nothing of a secret lies in any storage of VS Code', () => {
  const data = path.join(lane.state, 'data', 'User');
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile() && /workspaceStorage/.test(each.parentPath),
  );
  const stored = files.map((each) => readFileSync(path.join(each.parentPath, each.name), 'utf8'));
  expect(stored.some((text) => text.includes('first line'))).toBe(true);
  expect(stored.filter((text) => text.includes('never-kept'))).toEqual([]);
});

test('clearing asks, and hides the view', async () => {
  const { vsc } = session;
  await vsc.command(title('Clear History…'));
  await vsc.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Clear' }).first().click();
  await expect.poll(() => rows().count()).toBe(0);
  await vsc.command(title('Search History…'));
  expect(await vsc.notification('No code was made or read')).toBeTruthy();
});
