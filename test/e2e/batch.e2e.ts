/** A batch: a table and selected lines become files, with a plan, a preview, a report and a sheet to print. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { place, placeFolder } from './screen';
import { openSession, readPicture, type Session } from './session';

const command = 'QR Code Master: Generate QR Codes from Table or Lines';
const rows = Array.from({ length: 40 }, (_, i) => `Shelf ${i + 1},https://example.com/${i + 1}`);
let session: Session;

beforeAll(async () => {
  session = await openSession({
    files: {
      'shelves.csv': ['name,link', ...rows, `too long,${'x'.repeat(3000)}`].join('\r\n'),
      'list.txt': 'one\ntwo\nthree\n',
      'out/keep.md': '',
      'lines/keep.md': '',
    },
  });
});
afterAll(() => session?.close());

const saveInto = (folder: string) => placeFolder(session, path.join(session.folder, folder));
const pictures = (folder: string) => readdirSync(path.join(session.folder, folder)).filter((name) => name.endsWith('.png'));

test('selected lines', async () => {
  const { vsc } = session;
  await vsc.openFile('list.txt');
  await vsc.goto(1, 1);
  await vsc.page.keyboard.press('Shift+ArrowDown');
  await vsc.page.keyboard.press('Shift+End');
  await vsc.command(command);
  const panel = await session.panel();
  await expect.poll(() => panel.locator('.file-name').allTextContents()).toEqual(['one', 'two']);
  await panel.locator('.batch vscode-button', { hasText: 'Save 2' }).click();
  await saveInto('lines');
  await expect.poll(() => pictures('lines')).toEqual(['one.png', 'two.png']);
});

test('a CSV of the Explorer: column, names, files that read back, and what failed', async () => {
  const { vsc, folder } = session;
  await vsc.explorerMenu('shelves.csv', 'Generate QR Codes from Table or Lines');
  const panel = await session.panel();
  await panel.locator('.previews li').nth(11).waitFor();
  await panel.locator('#batch-column').selectOption('link');
  await panel.locator('.file-name', { hasText: 'https' }).first().waitFor();
  await panel.locator('#batch-pattern input').fill('{name}');
  await panel.locator('#batch-pattern input').press('Tab');
  await panel.locator('.file-name', { hasText: /^Shelf 1$/ }).waitFor();
  await panel.locator('.batch vscode-button', { hasText: 'Save 41' }).click();
  await saveInto('out');
  await panel.locator('.failures li').waitFor({ state: 'attached' });
  await expect.poll(() => pictures('out')).toHaveLength(40);
  expect(readPicture(path.join(folder, 'out', 'Shelf 7.png'))[0]?.symbols[0]?.text).toBe('https://example.com/7');
  await panel.locator('.batch summary').click();
  await panel.locator('.batch vscode-button', { hasText: 'Open Report' }).click();
  await expect.poll(() => vsc.editorText()).toContain('42,"');
});

test('a sheet to print', async () => {
  const { vsc, folder } = session;
  await vsc.explorerMenu('shelves.csv', 'Generate QR Codes from Table or Lines');
  const panel = await session.panel();
  for (const format of ['pdf', 'html']) {
    await panel.locator('.batch vscode-button', { hasText: `Sheet ${format.toUpperCase()}` }).click();
    const file = path.join(folder, `sheet.${format}`);
    await place(session, file, `.${format}`);
    await expect.poll(() => (existsSync(file) ? readFileSync(file, 'latin1') : '')).toContain(format === 'pdf' ? '%%EOF' : '</html>');
  }
  expect(readFileSync(path.join(folder, 'sheet.html'), 'utf8').match(/<figure>/g)).toHaveLength(41);
});
