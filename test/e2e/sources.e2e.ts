/**
 * Where symbols come from: clipboard, files, typed text, a form in steps, a development server, a
 * followed selection.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScreen, shows } from './screen';
import { openSession, type Session } from './session';

const title = (command: string) => `QR Code Master: ${command}`;
let session: Session;

beforeAll(async () => {
  session = await openSession({
    files: {
      'note.txt': 'a note, 你好\nsecond line\n',
      'data.bin': Uint8Array.from([0, 255, 128, 7]),
      'follow.txt': 'first words\nhttps://example.org/second\n',
    },
  });
  await session.vsc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => session?.close());

test('the text on the clipboard', async () => {
  const { vsc } = session;
  await vsc.openFile('note.txt');
  await vsc.goto(1, 1);
  await vsc.page.keyboard.press('Shift+End');
  await vsc.page.keyboard.press('Control+c');
  await vsc.command(title('Generate QR Code from Clipboard'));
  const panel = await session.panel();
  await shows(panel, 'a note, 你好');
  expect(await readScreen(session, panel)).toEqual(['a note, 你好']);
});

test('a typed text', async () => {
  await session.vsc.command(title('Generate QR Code from Typed Text'));
  await session.vsc.answer('typed in');
  const panel = await session.panel();
  await shows(panel, 'typed in');
  expect(await readScreen(session, panel)).toEqual(['typed in']);
});

test('files of the Explorer: one as text, one as bytes', async () => {
  const { vsc } = session;
  await vsc.explorerMenu('note.txt', 'Generate QR Code from File');
  const panel = await session.panel();
  await shows(panel, 'second line');
  expect(await readScreen(session, panel)).toEqual(['a note, 你好\nsecond line\n']);
  await vsc.explorerMenu('data.bin', 'Generate QR Code from File');
  await shows(panel, 'data.bin');
  expect(await panel.locator('.proof').count()).toBe(1);
});

test('a Wi-Fi network, step by step, with a wrong password first', async () => {
  const { vsc } = session;
  await vsc.command(title('Generate QR Code Step by Step (Wi-Fi, Contact, Event…)'));
  await vsc.pick('Wi-Fi network');
  await vsc.answer('Guest; "5G"');
  await vsc.pick('Password');
  await vsc.answer('short');
  await vsc.pick('Make QR Code');
  await vsc.page.locator('.quick-input-widget .quick-input-message').filter({ hasText: '8-63' }).waitFor();
  await vsc.answer('long enough');
  await vsc.pick('Make QR Code');
  const panel = await session.panel();
  await panel.locator('.card .text-box button').waitFor();
  expect(await panel.locator('.card .text-content').textContent()).not.toContain('long enough');
  expect(await readScreen(session, panel)).toEqual(['WIFI:T:WPA;S:Guest\\; \\"5G\\";P:long enough;;']);
  // The same values in the panel's form.
  await panel.locator('.kind vscode-button').click();
  const name = panel.locator('.form vscode-textfield').first();
  await expect.poll(() => name.evaluate((field: HTMLInputElement) => field.value)).toBe('Guest; "5G"');
});

test('a development server: the user chooses the address', async () => {
  const { vsc } = session;
  await vsc.command(title('Generate QR Code for Development Server'));
  await vsc.answer('3000/path');
  await vsc.pick('as it is');
  const panel = await session.panel();
  await shows(panel, 'http://localhost:3000/path');
  expect(await readScreen(session, panel)).toEqual(['http://localhost:3000/path']);
});

test('the selection is followed until that is ended, and the focus stays in the text', async () => {
  const { vsc } = session;
  await vsc.openFile('follow.txt');
  await vsc.goto(1, 1);
  await vsc.command(title('Follow Selection with QR Code'));
  const panel = await session.panel();
  await shows(panel, 'first words');
  await vsc.page.keyboard.press('ArrowDown');
  await shows(panel, 'https://example.org/second');
  await vsc.page.keyboard.press('Home');
  await vsc.page.keyboard.press('Shift+ArrowRight');
  await vsc.page.keyboard.press('Shift+ArrowRight');
  await panel.locator('.card .text-content', { hasText: /^ht$/ }).waitFor();
  expect(await readScreen(session, panel)).toEqual(['ht']);
  await vsc.command(title('Stop Following Selection'));
  await vsc.page.keyboard.press('ArrowUp');
  await expect
    .poll(() =>
      panel
        .locator('.options vscode-checkbox')
        .nth(1)
        .evaluate((box: HTMLInputElement) => box.checked),
    )
    .toBe(false);
  expect(await panel.locator('.card .text-content').textContent()).toBe('ht');
});

test('a panel that a file has covered comes back beside that file, not over it', async () => {
  const { vsc } = session;
  const groups = vsc.page.locator('.editor-group-container');
  while ((await vsc.page.locator('.tab').count()) > 0) await vsc.closeAllEditors();
  await vsc.command(title('Open QR Code Panel'));
  await session.panel();
  await vsc.openFile('note.txt');
  expect(await groups.count()).toBe(1);
  await vsc.goto(2, 1);
  await vsc.command(title('Generate QR Code from Selection'));
  const panel = await session.panel();
  await shows(panel, 'second line');
  await expect.poll(() => groups.count()).toBe(2);
  // Not as a preview, whose place the next file would take.
  expect(await vsc.page.locator('.tab', { hasText: 'QR Code Master' }).locator('.italic').count()).toBe(0);
  await vsc.page.keyboard.type('the ');
  await expect.poll(() => vsc.editorText()).toContain('the second line');
});
