/**
 * A batch: a table and selected lines become files, with a plan, a preview, a report and a sheet to
 * print.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseWay, SAVE_ALL } from './chooseWay';
import { openSession, readPicture, type Session } from './session';

const command = 'QR Code Master: Generate QR Codes from Table or Lines';
const rows = Array.from({ length: 40 }, (_, i) => `Shelf ${i + 1},https://example.com/${i + 1}`);
let session: Session;

beforeAll(async () => {
  session = await openSession({
    files: {
      'catalog.csv': ['name,link', ...rows, `too long,${'x'.repeat(3000)}`].join('\r\n'),
      'list.txt': 'one\ntwo\nthree\n',
      'many.txt': Array.from({ length: 10_000 }, (_, i) => `many ${i}`).join('\n'),
    },
  });
});
afterAll(() => session?.close());

const isFolder = /samples\/$/;
const pictures = (name: RegExp) => readdirSync(session.folder).filter((file) => name.test(file));

test('selected lines', async () => {
  const { vsc } = session;
  await vsc.openFile('list.txt');
  await vsc.goto(1, 1);
  await vsc.page.keyboard.press('Shift+ArrowDown');
  await vsc.page.keyboard.press('Shift+End');
  await vsc.command(command);
  const panel = await session.panel();
  await expect.poll(() => panel.locator('.file-name').allTextContents()).toEqual(['one', 'two']);
  await panel.locator('.batch vscode-button', { hasText: 'Save 2 Codes as PNG' }).click();
  await vsc.takeProposal(isFolder);
  await expect.poll(() => pictures(/^(one|two|three).png$/)).toEqual(['one.png', 'two.png']);
});

test('a CSV of the Explorer: column, names, files that read back, and what failed', async () => {
  const { vsc, folder } = session;
  await vsc.explorerMenu('catalog.csv', 'Generate QR Codes from Table or Lines');
  const panel = await session.panel();
  await panel.locator('.previews li').nth(11).waitFor();
  await panel.locator('#batch-column').selectOption('link');
  await panel.locator('.file-name', { hasText: 'https' }).first().waitFor();
  await panel.locator('#batch-pattern input').fill('{name}');
  await panel.locator('#batch-pattern input').press('Tab');
  await panel.locator('.file-name', { hasText: /^Shelf 1$/ }).waitFor();
  await panel.locator('.batch vscode-button', { hasText: 'Save 41' }).click();
  await vsc.takeProposal(isFolder);
  await panel.locator('.failures li').waitFor({ state: 'attached' });
  await expect.poll(() => pictures(/^Shelf .*\.png$/)).toHaveLength(40);
  expect(readPicture(path.join(folder, 'Shelf 7.png'))[0]?.symbols[0]?.text).toBe('https://example.com/7');
  await panel.locator('.batch summary').click();
  await panel.locator('.batch vscode-button', { hasText: 'Open Report' }).click();
  await expect.poll(() => vsc.editorText()).toContain('42,"');
});

test('a pattern is typed and the batch is saved at once: the files are the ones that are shown, and progress is', async () => {
  const { vsc } = session;
  await vsc.explorerMenu('catalog.csv', 'Generate QR Codes from Table or Lines');
  const panel = await session.panel();
  await panel.locator('.previews li').nth(11).waitFor();
  await panel.locator('#batch-column').selectOption('link');
  const pattern = panel.locator('#batch-pattern');
  // The report that the scenario before has opened may take the keyboard while the first letters
  // are typed.
  const typed = async () => {
    await pattern.click();
    await vsc.page.keyboard.press('Control+a');
    await vsc.page.keyboard.type('typed-{n}');
    return pattern.evaluate((field: HTMLInputElement) => field.value);
  };
  await expect.poll(typed).toBe('typed-{n}');
  await panel.locator('.batch vscode-button', { hasText: 'Save 41' }).click();
  // On a fast machine it is there for less than two looks.
  const isShown = panel.locator('body').evaluate(
    (body: HTMLElement) =>
      new Promise<boolean>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!body.querySelector('.batch progress')) return;
          observer.disconnect();
          resolve(true);
        }).observe(body, { childList: true, subtree: true });
      }),
  );
  await vsc.takeProposal(isFolder);
  expect(await isShown).toBe(true);
  await expect.poll(() => pictures(/^typed-\d+\.png$/)).toHaveLength(40);
  expect(readPicture(path.join(session.folder, 'typed-7.png'))[0]?.symbols[0]?.text).toBe('https://example.com/7');
});

test('ten thousand lines: the editor takes what is typed meanwhile, and the batch ends when it is told to', async () => {
  const { vsc } = session;
  await vsc.openFile('many.txt');
  await vsc.command(command);
  const panel = await session.panel();
  await panel.locator('.batch vscode-button', { hasText: 'Save 10,000' }).click();
  await vsc.takeProposal(isFolder);
  const progress = panel.locator('.batch progress');
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await vsc.openFile('list.txt');
  await vsc.goto(1, 1);
  await vsc.page.keyboard.type('typed while it runs ');
  await expect.poll(() => vsc.editorText()).toContain('typed while it runs one');
  expect(await progress.count()).toBe(1);
  await panel.locator('.batch .capacity vscode-button').click();
  await progress.waitFor({ state: 'detached' });
  const saved = pictures(/^many .*\.png$/).length;
  expect(saved).toBeGreaterThan(0);
  expect(saved).toBeLessThan(10_000);
  await panel
    .locator('.status', { hasText: saved.toLocaleString('en') })
    .or(panel.locator('.status', { hasText: String(saved) }))
    .first()
    .waitFor();
});

test('a sheet to print', async () => {
  const { vsc } = session;
  await vsc.explorerMenu('catalog.csv', 'Generate QR Codes from Table or Lines');
  const panel = await session.panel();
  let sheet = '';
  for (const format of ['pdf', 'html']) {
    await chooseWay(panel.locator('.batch'), SAVE_ALL, `Contact Sheet ${format.toUpperCase()}…`);
    sheet = await vsc.takeProposal(new RegExp(`\\.${format}$`));
    await expect
      .poll(() => (existsSync(sheet) ? readFileSync(sheet, 'latin1') : ''))
      .toContain(format === 'pdf' ? '%%EOF' : '</html>');
  }
  expect(readFileSync(sheet, 'utf8').match(/<figure>/g)).toHaveLength(40);
});
