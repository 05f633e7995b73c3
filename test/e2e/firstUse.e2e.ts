/**
 * What somebody sees who uses it for the first time: what is missing is said, what is done is
 * shown, secrets go.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shows } from './screen';
import { openSession, type Session } from './session';

const title = (command: string) => `QR Code Master: ${command}`;
const secret = 'never-to-be-logged';
let session: Session;

beforeAll(async () => {
  session = await openSession({
    files: {
      'reasons/Dockerfile': '# mlps-lint disable-next-line MLPS-IMG-002\nFROM node:latest\nUSER 1000\nCMD ["node"]\n',
      'cut.png': readFileSync(path.join(import.meta.dirname, '../../samples/pictures/hello.png')).subarray(0, 60),
      'links.csv': 'id,link\n1,https://example.com/1\n2,\n3,https://example.com/3\n',
      'words.txt': `some words\n${secret}\n`,
    },
  });
});
afterAll(() => session?.close());

async function generate(line: number): Promise<FrameLocator> {
  const { vsc } = session;
  await vsc.openFile('words.txt');
  await vsc.goto(line, 1);
  await vsc.command(title('Generate QR Code from Selection'));
  return session.panel();
}

const formIsOpen = (panel: FrameLocator) =>
  panel.locator('.form.payload').evaluate((form: HTMLDetailsElement) => form.open);
const typedIn = (panel: FrameLocator, label: RegExp) =>
  panel
    .getByLabel(label)
    .first()
    .evaluate((field: HTMLInputElement) => field.value);

test('a suppression without a reason is told, in the profile that holds without configuration', async () => {
  const { vsc } = session;
  await vsc.openFile('reasons/Dockerfile');
  const codes = (await vsc.problems({ min: 1 })).map(({ code }: { code?: string }) => code ?? '').join(' ');
  expect(codes).toContain('MLPS-DOC-003');
  expect(codes).not.toContain('MLPS-IMG-002');
});

test('the log has every request with its outcome and time, and nothing of what was sent', async () => {
  const { vsc } = session;
  await shows(await generate(2), secret);
  await vsc.explorerMenu('cut.png', 'Decode QR Code in Image');
  await (await session.panel()).locator('.picture-card').first().waitFor();
  await expect.poll(session.logged).toMatch(/qr\/encode: ok, \d+ ms/);
  await expect.poll(session.logged).toMatch(/qr\/decode: picture-[a-z-]+, \d+ ms/);
  expect(session.logged()).not.toContain(secret);
});

test('Restart Worker says that it did', async () => {
  const { vsc } = session;
  const said = vsc.page.locator('.statusbar-item', { hasText: 'the worker was restarted' }).first().waitFor();
  await vsc.command(title('Restart Worker'));
  await said;
});

test('a form with a typed password closes and forgets it when other symbols arrive, and stays closed over a reload', async () => {
  const { vsc } = session;
  const panel = await generate(2);
  await shows(panel, secret);
  const form = panel.locator('.form.payload');
  if (!(await formIsOpen(panel))) await form.locator('summary').first().click();
  await panel.locator('#form-kind').selectOption('wifi');
  await panel
    .getByLabel(/^Password/)
    .first()
    .fill(secret);
  await expect.poll(() => typedIn(panel, /^Password/)).toBe(secret);
  await shows(await generate(1), 'some words');
  await expect.poll(() => formIsOpen(panel)).toBe(false);
  await form.locator('summary').first().click();
  await expect.poll(() => typedIn(panel, /^Password/)).toBe('');
  await vsc.reload();
  await vsc.page.locator('iframe.webview.ready').first().waitFor({ timeout: 60_000 });
  const again = await session.panel();
  await shows(again, 'some words');
  expect(await formIsOpen(again)).toBe(false);
});

test('a closed panel begins empty again, and its buttons begin', async () => {
  const { vsc } = session;
  await shows(await generate(1), 'some words');
  await vsc.closeAllEditors();
  await vsc.openFile('words.txt');
  await vsc.goto(1, 1);
  await vsc.command(title('Open QR Code Panel'));
  const panel = await session.panel();
  await panel.locator('#page-make .empty vscode-button', { hasText: 'From Selection' }).click();
  await shows(panel, 'some words');
});

test('a batch takes the column of the links, says which row is empty, and counts what it shows', async () => {
  const { vsc } = session;
  await vsc.explorerMenu('links.csv', 'Generate QR Codes from Table or Lines');
  const panel = await session.panel();
  await panel.locator('.previews li').first().waitFor();
  const column = panel.locator('#batch-column');
  expect(await column.evaluate((choice: HTMLSelectElement) => choice.selectedOptions[0]!.label)).toBe('link');
  await expect
    .poll(() => panel.locator('.failures li').allTextContents())
    .toEqual([expect.stringMatching(/3.*link.*empty/)]);
  expect(await panel.locator('.previews').getAttribute('aria-label')).toMatch(/^All /);
});

test('step by step: what is missing is asked for by its label, and then Enter makes the symbol', async () => {
  const { vsc } = session;
  const { keyboard } = vsc.page;
  await vsc.command(title('Generate QR Code Step by Step (Wi-Fi, Contact, Event…)'));
  await vsc.pick('Wi-Fi network');
  await vsc.answer('Guest');
  await vsc.quickInput.locator('.monaco-list-row.focused', { hasText: 'Make QR Code' }).waitFor();
  await keyboard.press('Enter');
  const message = vsc.quickInput.locator('.quick-input-message').filter({ hasText: 'Password' });
  await message.waitFor();
  expect(await message.textContent()).not.toMatch(/'wifi'|'password'/);
  await vsc.answer('long enough');
  await vsc.quickInput.locator('.monaco-list-row.focused', { hasText: 'Make QR Code' }).waitFor();
  await keyboard.press('Enter');
  await vsc.quickInput.waitFor({ state: 'hidden' });
  const panel = await session.panel();
  await panel.locator('.card .text-box button').waitFor();
});
