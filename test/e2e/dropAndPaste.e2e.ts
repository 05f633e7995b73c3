/**
 * Pictures that come by drag and drop or from the clipboard, as a person brings them: nothing is
 * handed to the page by script.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, root, type Session } from './session';

const picture = (name: string) => path.join(root, 'samples', 'pictures', name);
let session: Session;

beforeAll(async () => {
  session = await openSession({ files: { 'link.txt': 'https://example.com/' } });
  await session.vsc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => session?.close());

/** The panel at its Read tab, which has the focus. */
async function readTab(): Promise<FrameLocator> {
  await session.vsc.command('QR Code Master: Open QR Code Panel');
  const panel = await session.panel();
  await panel.locator('#tab-read').click();
  return panel;
}

const texts = async (panel: FrameLocator) =>
  (await panel.locator('#page-read .row .text-content').allTextContents()).map((text) => text.trim());

async function copyPicture(file: string): Promise<void> {
  await session.vsc.page.evaluate(async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
  }, readFileSync(file).toString('base64'));
}

/** Drags files from outside the browser onto the middle of the panel and lets go. */
async function dropFiles(...files: string[]): Promise<void> {
  const { page } = session.vsc;
  const box = (await page.locator('iframe.webview.ready:visible').last().boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const cdp = await session.vsc.context.newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  // VS Code lets a webview have the drag while Shift is down.
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data, modifiers: 8 });
  await cdp.detach();
}

test('a picture of the clipboard is read by Ctrl+V', async () => {
  await copyPicture(picture('hello.png'));
  const panel = await readTab();
  await session.vsc.page.keyboard.press('Control+v');
  await panel.locator('#page-read .row').waitFor();
  expect(await texts(panel)).toEqual(['Hello from QR Code Master']);
});

test('a dropped picture is read', async () => {
  const panel = await readTab();
  await dropFiles(picture('label.gif'));
  await expect.poll(() => texts(panel)).toEqual(['LOT 2026-07 / BOX 13']);
});

test('what is no picture is said to be none, and the next picture is read', async () => {
  const panel = await readTab();
  await dropFiles(path.join(root, 'package.json'));
  await panel.locator('.status.error').waitFor();
  await dropFiles(picture('label.bmp'));
  await expect.poll(() => texts(panel)).toEqual(['LOT 2026-07 / BOX 12']);
});
