/** What is done with the texts that were read, and what a hostile text may do: nothing. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import QRCode from 'qrcode';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pressOn } from './pressOn';
import { openSession, type Session } from './session';

const WIFI = 'WIFI:T:WPA;S:Guest net;P:hunter22;;';
const LINK = 'http://paypal.com@xn--80ak6aa92e.com:8443/a?b=1';
const WORDS = 'first line\nsecond line';
/** 中文 in GB 18030, which is also something in other character sets. */
const BYTES = Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4, 0x00, 0xff);

const HOSTILE = {
  'html.png': '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>',
  'ansi.png': '\u001b]52;c;cHduZWQ=\u0007\u001b[2Jgone',
  'bidi.png': 'user\u202egnp.exe\u2066\u0000\u200bend',
  'markdown.png': '[click](command:workbench.action.quit) ![p](https://evil.example/p.png)',
  'script.png': 'javascript:document.title=3',
  'digits.png': '7'.repeat(7089),
};

const picture = (content: string | Uint8Array) =>
  QRCode.toBuffer(typeof content === 'string' ? content : [{ data: content, mode: 'byte' }], {
    errorCorrectionLevel: 'L',
    scale: 3,
  });

let session: Session;
let panel: FrameLocator;
beforeAll(async () => {
  const pictures = { 'wifi.png': WIFI, 'link.png': LINK, 'words.png': WORDS, 'bytes.png': BYTES };
  const files: Record<string, string | Uint8Array> = { 'notes.txt': 'before after\n', 'same.txt': WORDS };
  for (const [name, content] of Object.entries({ ...pictures, ...HOSTILE })) files[name] = await picture(content);
  session = await openSession({ files });
  await session.vsc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => session?.close());
beforeEach(() => session.vsc.clearNotifications());

/** The row of the only code in a picture. */
async function read(name: string): Promise<Locator> {
  await session.vsc.explorerMenu(name, 'Decode QR Code in Image');
  panel = await session.panel();
  const row = panel.locator(`.picture-card[aria-label="${name}"] .row`);
  await row.waitFor();
  return row;
}
const press = (row: Locator, name: string) => row.getByRole('button', { name: `${name} 1`, exact: true }).click();
const said = (text: string | RegExp) => panel.locator('.status', { hasText: text }).waitFor();
const clipboard = () => session.vsc.page.evaluate(() => navigator.clipboard.readText());

test('a Wi-Fi code: its fields, the password when it is asked for, copied, and nothing of it in the log', async () => {
  const row = await read('wifi.png');
  expect(await row.locator('dd').allTextContents()).toEqual(['Guest net', 'WPA, WPA2 or WPA2/WPA3', '••••••••']);
  expect(await panel.locator('html').evaluate((html) => html.outerHTML)).not.toContain('hunter22');
  const isShown = async () => (await row.locator('.text-content').allTextContents()).includes(WIFI);
  await pressOn(row.getByRole('button', { name: 'Show', exact: true }), 'Enter', isShown);
  await session.vsc.page.keyboard.press('Enter');
  await expect.poll(() => row.textContent()).not.toContain('hunter22');
  await press(row, 'Copy Text');
  await expect.poll(clipboard).toBe(WIFI);
  expect(session.logged()).not.toContain('hunter22');
});

test('made again: the symbol and its form, and after a reload nothing of the secret', async () => {
  // A second reading of it takes the row away that is pressed.
  const shown = panel.locator('.picture-card[aria-label="wifi.png"] .row');
  await press((await shown.isVisible()) ? shown : await read('wifi.png'), 'Make Again');
  await panel.locator('#page-make .card').first().waitFor();
  const password = panel.locator('.form-grid vscode-textfield[type="password"]');
  await expect.poll(() => password.first().evaluate((each) => (each as HTMLInputElement).value)).toBe('hunter22');
  await session.vsc.reload();
  panel = await session.panel();
  await panel.locator('#tab-make').click();
  expect(await panel.locator('html').evaluate((html) => html.outerHTML)).not.toContain('hunter22');
});

test('a link: where it leads, what is odd about it, and a question before it opens', async () => {
  const { page } = session.vsc;
  const row = await read('link.png');
  const opened: string[] = [];
  session.vsc.context.on('page', (other: Page) => opened.push(other.url()));
  expect(await row.locator('.address').textContent()).toBe(LINK);
  expect(await row.locator('.address .host').textContent()).toBe('xn--80ak6aa92e.com');
  expect((await row.locator('.link-warnings').allTextContents()).join()).toMatch(/user name.*apple\.com.*http.*8443/s);
  await press(row, 'Open Link…');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  expect(await dialog.textContent()).toMatch(/xn--80ak6aa92e\.com:8443.*only looks like apple\.com/s);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(opened).toEqual([]);
});

test('inserted at the cursor', async () => {
  const { vsc } = session;
  await vsc.openFile('notes.txt');
  await vsc.goto(1, 8);
  await press(await read('words.png'), 'Insert at Cursor');
  await vsc.tab('notes.txt').click();
  await expect.poll(() => vsc.editorText()).toContain('before first line');
  await vsc.command('Undo');
});

test('compared with the selection: the same, and the difference', async () => {
  const { vsc } = session;
  await vsc.openFile('same.txt');
  await vsc.selectAll();
  await press(await read('words.png'), 'Compare with Selection');
  await said('exactly this text');
  await vsc.openFile('notes.txt');
  await vsc.selectAll();
  await press(await read('words.png'), 'Compare with Selection');
  const difference = vsc.page.locator('.monaco-diff-editor');
  await difference.waitFor();
  await expect.poll(() => difference.textContent()).toContain('second');
});

test('saved byte for byte, under a name of our own', async () => {
  await press(await read('bytes.png'), 'Save Content…');
  const saved = await session.vsc.takeProposal(/qr-.*\.(txt|bin)$/);
  await expect.poll(() => existsSync(saved)).toBe(true);
  expect(path.basename(saved)).toMatch(/^qr-/);
  await expect.poll(() => [...readFileSync(saved)]).toEqual([...BYTES]);
});

test('the bytes, and another character set by keyboard', async () => {
  const row = await read('bytes.png');
  const bytes = row.locator('pre');
  await pressOn(row.locator('summary', { hasText: 'Bytes and character set' }), 'Enter', () => bytes.isVisible());
  await expect.poll(() => bytes.textContent()).toMatch(/^0000 {2}d6 d0 ce c4 00 ff/);
  await row.locator('select').selectOption('gb18030');
  await expect.poll(() => row.locator('.text-content').first().textContent()).toContain('中文');
  await press(row, 'Copy Text');
  await expect.poll(clipboard).toContain('中文');
});

test.each(Object.entries(HOSTILE))('%s is text and nothing more', async (name, text) => {
  const row = await read(name);
  const long = row.getByRole('button', { name: /Show all/ });
  if (await long.isVisible()) await long.click();
  const shown = (await row.locator('.text-content').first().textContent())!;
  for (const word of text.split(/[^\w ]+/u)) expect(shown).toContain(word);
  expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\u200b]/);
  const page = await panel.locator('html').evaluate((html) => ({
    title: document.title,
    foreign: html.querySelectorAll('#page-read :is(a, script, iframe, b), #page-read img:not(.plane img)').length,
    wide: html.scrollWidth > html.clientWidth,
  }));
  expect(page).toMatchObject({ foreign: 0, wide: false });
  expect(page.title).not.toMatch(/^[123]$/);
  expect(await row.getByRole('button', { name: /Open Link/ }).count()).toBe(0);
  await press(row, 'Copy Text');
  await expect.poll(clipboard).toBe(text);
});
