/** Ways out of the panel: every format, sets, choices for all symbols, pictures in documents. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COPY, chooseWay, SAVE, SAVE_ALL } from './chooseWay';
import { readScreen, shows } from './screen';
import { openSession, readPicture, type Session } from './session';

const generate = 'QR Code Master: Generate QR Code from Selection';
const link = 'https://example.com/read-me?a=1&b=2';
const long = Array.from({ length: 400 }, (_, i) => `第${i}行`).join('');
let session: Session;

beforeAll(async () => {
  session = await openSession({
    files: { 'link.txt': link, 'set.txt': long, 'docs/page.md': `# Page\n\n${link}\n` },
    settings: { 'markdown.copyFiles.destination': { '/docs/**': '/assets/${documentBaseName}/' } },
  });
  await session.vsc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => session?.close());

const file = (name: string) => path.join(session.folder, name);
const written = (name: string) =>
  expect.poll(() => existsSync(file(name)) && readFileSync(file(name)).length).toBeGreaterThan(100);
const clipboard = () => session.vsc.page.evaluate(() => navigator.clipboard.readText());

async function showLink(): Promise<FrameLocator> {
  await session.vsc.openFile('link.txt');
  await session.vsc.selectAll();
  await session.vsc.command(generate);
  const panel = await session.panel();
  await shows(panel, link);
  return panel;
}

test.each([
  ['Picture (JPEG)', 'jpg'],
  ['PDF', 'pdf'],
  ['Text for a terminal', 'txt'],
])('save as %s', async (entry, ending) => {
  const panel = await showLink();
  await chooseWay(panel, SAVE, entry);
  const saved = await session.vsc.takeProposal(new RegExp(`qr-example.*\\.${ending}$`));
  await expect.poll(() => existsSync(saved) && readFileSync(saved).length).toBeGreaterThan(100);
  const bytes = readFileSync(saved);
  if (ending === 'jpg') expect(readPicture(saved)[0]?.symbols[0]?.text).toBe(link);
  else if (ending === 'pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  else expect(bytes.toString()).toContain('█');
});

test('the clipboard gets what was asked for: SVG, Markdown, HTML, data URI, terminal text, the text', async () => {
  const panel = await showLink();
  const copy = async (entry: string, start: string) => {
    await chooseWay(panel, COPY, entry);
    await expect.poll(clipboard).toContain(start);
  };
  await copy('SVG', '<svg');
  const alt = '![QR code: https://example.com/read-me';
  // No Markdown document was used last, so that both hold the picture.
  await copy('Markdown, picture saved beside the document', alt);
  await expect.poll(clipboard).toContain('](data:image/png;base64,');
  await copy('Text for a terminal', '█');
  await copy('Markdown, picture inside', alt);
  await copy('HTML, picture inside', '<img src="data:image/png;base64,');
  await copy('Data URI', 'data:image/png;base64,');
  await copy('The text in the code', link);
  expect(await clipboard()).toBe(link);
});

test.each(['button', 'key'])('the clipboard gets the picture, by %s', async (way) => {
  const panel = await showLink();
  await session.vsc.page.evaluate(() => navigator.clipboard.writeText('before'));
  if (way === 'button') await panel.locator('.card .split vscode-button').first().click();
  else {
    await panel.locator('.level-choice input:checked').focus();
    await session.vsc.page.keyboard.press('Control+c');
  }
  await panel.locator('.status', { hasText: 'Picture copied (PNG).' }).waitFor();
  const base64 = await session.vsc.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bytes = new Uint8Array(await (await item!.getType('image/png')).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  const picture = path.join(session.folder, '..', `${way}.png`);
  writeFileSync(picture, Buffer.from(base64, 'base64'));
  expect(readPicture(picture)[0]?.symbols[0]?.text).toBe(link);
});

test('choices hold for what is shown, saved and made next', async () => {
  const panel = await showLink();
  await panel.locator('.options summary').click();
  await panel.locator('#option-version').selectOption('8');
  await panel.locator('.symbol[aria-label*="version 8"]').waitFor();
  await panel.locator('#option-mask').selectOption('5');
  await panel.locator('#option-margin').fill('6');
  await panel.locator('#option-margin').press('Tab');
  await panel.locator('.symbol[viewBox="0 0 61 61"]').waitFor();
  expect(await readScreen(session, panel)).toEqual([link]);
  await chooseWay(panel, SAVE, 'Picture (PNG)');
  const saved = await session.vsc.takeProposal(/qr-example.*\.png$/);
  await expect.poll(() => existsSync(saved)).toBe(true);
  expect(readPicture(saved)[0]?.symbols[0]).toMatchObject({ text: link, version: 8 });
  await panel.locator('.options vscode-button', { hasText: 'Reset' }).click();
  await panel
    .locator('.symbol[viewBox="0 0 45 45"], .symbol[aria-label*="version 5"], .symbol[aria-label*="version 6"]')
    .waitFor();
  // Open, they would lie over what is scrolled under them.
  await panel.locator('.options summary').click();
});

test('a long text becomes a numbered set that is saved whole', async () => {
  const { vsc, folder } = session;
  await vsc.openFile('set.txt');
  await vsc.selectAll();
  await vsc.command(generate);
  const panel = await session.panel();
  await panel.locator('.card.failed vscode-button', { hasText: 'Split' }).click();
  await panel.locator('.set-note').waitFor();
  await panel
    .locator('.card .note', { hasText: /Level \w was chosen: \d codes .* Level H would take/ })
    .first()
    .waitFor();
  // Two pixels a module: a picture taken while words arrive below may be blurred.
  await expect.poll(async () => (await readScreen(session, panel)).join('')).toBe(long);
  await chooseWay(panel, SAVE_ALL, 'Picture (PNG)');
  await vsc.takeProposal(/samples\/$/);
  const parts = () => readdirSync(folder).filter((name) => /-\d-of-\d\.png$/.test(name));
  await expect.poll(() => parts().length).toBe(await panel.locator('.card').count());
  await chooseWay(panel, SAVE_ALL, 'Contact Sheet HTML…');
  const sheet = await vsc.takeProposal(/\.html$/);
  await expect
    .poll(() => (existsSync(sheet) ? readFileSync(sheet, 'utf8').match(/<figcaption>\d/g) : []))
    .toHaveLength(parts().length);
});

test('Markdown that links a picture, which is saved where the setting says', async () => {
  const { vsc } = session;
  await vsc.openFile('page.md');
  await vsc.goto(3, 4);
  await vsc.command(generate);
  const panel = await session.panel();
  await shows(panel, link);
  await chooseWay(panel, COPY, 'Markdown, picture saved beside the document');
  await expect.poll(clipboard).toMatch(/^!\[QR code: [^\]]*\]\(\.\.\/assets\/page\/qr-[^)]*\.png\)$/);
  const picture = /\/assets\/.*\.png/.exec(await clipboard())![0];
  await written(picture);
  expect(readPicture(file(picture))[0]?.symbols[0]?.text).toBe(link);
  await panel.locator('.status', { hasText: 'assets/page' }).waitFor();
  rmSync(file(picture));
});

test("the panel's button inserts the picture into the document that was used last", async () => {
  const { vsc } = session;
  const panel = await showLink();
  await vsc.openFile('page.md');
  await vsc.goto(3, 4);
  await panel
    .locator('.card vscode-button', { hasText: /^\s*Insert\s*$/ })
    .first()
    .click();
  await panel.locator('.status', { hasText: 'assets/page' }).waitFor();
  await vsc.openFile('page.md'); // The button has the focus.
  const inserted = async () =>
    /!\[[^\]]*\]\(\.\.(\/assets\/[^)]*\.png)\)/.exec((await vsc.editorText()).replace(/\n/g, ''));
  await expect.poll(async () => (await inserted())?.[1]).toBeTruthy();
  const picture = (await inserted())![1]!;
  await written(picture);
  expect(readPicture(file(picture))[0]?.symbols[0]?.text).toBe(link);
  await vsc.page.keyboard.press('Control+z');
  await expect.poll(() => vsc.editorText()).not.toContain('assets');
  rmSync(file(picture), { force: true });
});

test('a picture in a Markdown document, where the setting says', async () => {
  const { vsc } = session;
  await vsc.openFile('page.md');
  await vsc.goto(3, 4);
  // Markdown is shown with wrapped lines.
  const unwrapped = async () => (await vsc.editorText()).replace(/\n/g, '');
  await vsc.command('QR Code Master: Insert QR Code as Image');
  await expect.poll(unwrapped).toContain('](../assets/page/qr-example.com-read-me-a-1-b-2.png)');
  await written('assets/page/qr-example.com-read-me-a-1-b-2.png');
  expect(readPicture(file('assets/page/qr-example.com-read-me-a-1-b-2.png'))[0]?.symbols[0]?.text).toBe(link);
  await vsc.page.keyboard.press('Control+z');
  await expect.poll(() => vsc.editorText()).not.toContain('assets');
});
