/**
 * The menus beside Copy and Save with the keyboard alone, what they remember, and what stays in
 * sight while options are open.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COPY, chooseWay, SAVE } from './chooseWay';
import { shows } from './screen';
import { openSession, type Session } from './session';

const link = 'https://example.com/menus';
let session: Session;

beforeAll(async () => {
  session = await openSession({ files: { 'link.txt': `${link}\n${link}/2` }, viewport: { width: 1280, height: 800 } });
  await session.vsc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => session?.close());

const clipboard = () => session.vsc.page.evaluate(() => navigator.clipboard.readText());

async function showLink(): Promise<FrameLocator> {
  const { vsc } = session;
  await vsc.openFile('link.txt');
  await vsc.goto(1, 1);
  await vsc.page.keyboard.press('Shift+End');
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  const panel = await session.panel();
  await shows(panel, link);
  return panel;
}

test('copy as SVG by keyboard, onto the real clipboard; Esc closes the menu and leaves the panel only then', async () => {
  const { keyboard } = session.vsc.page;
  const panel = await showLink();
  const opener = panel.getByRole('button', { name: COPY });
  await opener.focus();
  await keyboard.press('ArrowDown');
  await panel.locator('.menu > :focus').waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(clipboard).toMatch(/^<svg\b.*<\/svg>\s*$/s);
  await panel.locator('.status', { hasText: 'SVG copied.' }).waitFor();
  expect(await opener.evaluate((each) => each === document.activeElement)).toBe(true);
  await keyboard.press('Enter');
  await panel.locator('.menu:popover-open').waitFor();
  await keyboard.press('Escape');
  await panel.locator('.menu:popover-open').waitFor({ state: 'detached' });
  expect(await opener.evaluate((each) => document.hasFocus() && each === document.activeElement)).toBe(true);
  await keyboard.press('Escape');
  await expect.poll(() => opener.evaluate(() => document.hasFocus())).toBe(false);
});

test('Save does again what was chosen last, over a reload too', async () => {
  const { vsc } = session;
  const panel = await showLink();
  await chooseWay(panel, SAVE, 'SVG');
  const first = await vsc.takeProposal(/\.svg$/);
  await expect.poll(() => existsSync(first) && readFileSync(first, 'utf8')).toContain('<svg');
  const again = panel.locator('.card vscode-button', { hasText: 'Save SVG…' });
  writeFileSync(first, '');
  await again.click();
  // The same name in the same folder: whether to write over it is asked by VS Code.
  expect(await vsc.takeProposal(/\.svg$/)).toBe(first);
  await expect.poll(() => readFileSync(first, 'utf8')).toContain('<svg');
  await vsc.reload();
  const restored = await session.panel();
  await restored.locator('.card vscode-button', { hasText: 'Save SVG…' }).waitFor();
});

test('symbol, Copy and Save stay in sight in a window of 1280 x 800, options open or not', async () => {
  const panel = await showLink();
  const inSight = () =>
    panel.locator('body').evaluate(() =>
      ['.card .ground', '.card .split', '.card .split + .split'].every((at) => {
        const { left, top, right, bottom } = document.querySelector(at)!.getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      }),
    );
  expect(await inSight()).toBe(true);
  await panel.locator('.options summary').click();
  await panel.locator('#option-modules').selectOption('dots');
  await panel.locator('.ground img[src^="data:image/svg+xml"]').waitFor();
  await panel.locator('.scan-margin[data-verdict]').waitFor();
  expect(await inSight()).toBe(true);
  await panel.locator('.options vscode-button', { hasText: 'Reset' }).click();
  await panel.locator('svg.symbol').waitFor();
});

test('following shows that it is on, and stops where it says so', async () => {
  const { vsc } = session;
  const panel = await showLink();
  await vsc.command('QR Code Master: Follow Selection with QR Code');
  const bar = panel.locator('.following');
  await bar.waitFor();
  await vsc.goto(2, 1);
  await shows(panel, `${link}/2`);
  await bar.locator('vscode-button').click();
  await bar.waitFor({ state: 'hidden' });
  await vsc.openFile('link.txt');
  await vsc.goto(1, 1);
  await vsc.page.waitForTimeout(600);
  expect(await panel.locator('.card .text-box').first().textContent()).toContain('/2');
});
