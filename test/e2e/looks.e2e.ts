/**
 * Looks: shapes and a logo on the screen and in the saved file, what is refused, sets that are
 * joined again, and where the typing goes.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseWay, SAVE, SAVE_ALL } from './chooseWay';
import { readScreen, scrollTo, shows } from './screen';
import { openSession, readPicture, root, type Session } from './session';

const generate = 'QR Code Master: Generate QR Code from Selection';
const text = 'https://example.com/looks';
const long = Array.from({ length: 400 }, (_, i) => `line ${i}`).join('\n');
let session: Session;

beforeAll(async () => {
  const logo = readFileSync(path.join(root, 'samples', 'pictures', 'table.jpg'));
  session = await openSession({
    files: { 'link.txt': text, 'long.txt': long, 'logo.jpg': logo },
    // Else a picture that opens late takes the selection of several files away.
    settings: { 'explorer.autoReveal': false },
  });
});
afterAll(() => session?.close());

async function make(file: string, first: string): Promise<FrameLocator> {
  const { vsc } = session;
  await vsc.openFile(file);
  await vsc.selectAll();
  await vsc.command(generate);
  const panel = await session.panel();
  await shows(panel, first);
  return panel;
}

async function open(details: Locator): Promise<void> {
  if (!(await details.evaluate((each: HTMLDetailsElement) => each.open))) await details.locator('summary').click();
}

test('what is typed right after a click into the panel goes there, whatever comes from the extension', async () => {
  const { vsc } = session;
  const panel = await make('link.txt', text);
  await open(panel.locator('.form.payload'));
  const field = panel.locator('.form-grid vscode-textarea, .form-grid vscode-textfield').first();
  await field.waitFor();
  for (let round = 0; round < 3; round++) {
    await vsc.openFile('link.txt');
    await vsc.selectAll();
    await vsc.command(generate);
    await field.click();
    await vsc.page.keyboard.type('abc');
  }
  await expect.poll(() => field.evaluate((each) => (each as HTMLInputElement).value)).toBe('abcabcabc');
  expect(await vsc.page.locator('.tab.dirty').count()).toBe(0);
});

test('dots, round finders and a logo are read off the screen and out of the saved file', async () => {
  const { vsc } = session;
  const panel = await make('link.txt', text);
  await open(panel.locator('.options'));
  await panel.locator('#option-modules').selectOption('dots');
  await panel.locator('#option-finders').selectOption('circle');
  await panel.locator('.logo-field vscode-button').first().click();
  await vsc.takeFile('logo.jpg');
  await panel.locator('.logo-chosen', { hasText: 'logo.jpg' }).waitFor();
  await scrollTo(panel.locator('.ground')); // what is out of sight is not drawn
  await panel.locator('.ground img[src^="data:image/svg+xml"]').waitFor();
  await panel.locator('.scan-margin[data-verdict]').waitFor();
  expect(await readScreen(session, panel)).toEqual([text]);
  await chooseWay(panel, SAVE, 'Picture (PNG)');
  const file = await vsc.takeProposal(/\.png$/);
  await expect.poll(() => existsSync(file)).toBe(true);
  await expect.poll(() => readPicture(file)[0]?.symbols[0]?.text).toBe(text);
});

test('a look that does not read back is refused with what to change, and nothing of it is offered', async () => {
  const panel = await make('link.txt', text);
  await open(panel.locator('.options'));
  for (const [id, colour] of [
    ['dark', '#8080f0'],
    ['light', '#8585f5'],
  ] as const)
    await panel.locator(`#option-${id}`).evaluate((input: HTMLInputElement, value) => {
      input.value = value;
      input.dispatchEvent(new Event('change'));
    }, colour);
  const failed = panel.locator('.card.failed');
  await failed.waitFor();
  expect(await failed.locator('.message.error').textContent()).toMatch(/darker modules/);
  expect(await panel.locator('.card vscode-button', { hasText: 'Save' }).count()).toBe(0);
  await panel.locator('.options vscode-button', { hasText: 'Reset' }).click();
  await panel.locator('.proof').waitFor();
  expect(await readScreen(session, panel)).toEqual([text]);
});

test('a set saved to files is joined from its pictures, and a missing part is named', async () => {
  const { vsc } = session;
  const panel = await make('long.txt', 'line 0');
  await panel.locator('vscode-button', { hasText: 'Split' }).click();
  await panel.locator('.card').nth(1).waitFor();
  const count = await panel.locator('.card').count();
  await chooseWay(panel, SAVE_ALL, 'Picture (PNG)');
  await vsc.takeProposal(/samples\/$/);
  const names = vsc.page.locator('.explorer-folders-view .monaco-list-row[aria-label*="-of-"]');
  await expect.poll(() => names.count()).toBe(count);
  const pick = async (at: number, ...modifiers: 'Control'[]) => {
    await names.nth(at).click({ modifiers });
    await expect.poll(() => names.nth(at).getAttribute('aria-selected')).toBe('true');
  };
  await vsc.page.keyboard.press('Control+1'); // a clicked picture opens in the active group: not over the panel
  await pick(0);
  for (let at = 1; at < count; at++) await pick(at, 'Control');
  await names.last().click({ button: 'right' });
  await vsc.menu('Decode QR Code in Image');
  const read = await session.panel();
  await read.locator('.set .text-content', { hasText: 'line 0' }).waitFor();
  expect(await read.locator('.set .message').count()).toBe(0);
  await vsc.page.keyboard.press('Control+1');
  await pick(0);
  await names.first().click({ button: 'right' });
  await vsc.menu('Decode QR Code in Image');
  await read.locator('.set .message').waitFor();
  expect(await read.locator('.set-parts li').count()).toBe(1);
});
