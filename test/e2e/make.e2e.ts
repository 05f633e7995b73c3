/**
 * Making symbols: from selections, from the line or link at the cursor, at another level, into
 * files; what is shown is read off the screen.
 */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseWay, SAVE } from './chooseWay';
import { readScreen, shows } from './screen';
import { openSession, readPicture, type Session } from './session';

const generate = 'QR Code Master: Generate QR Code from Selection';
const secret = 'WIFI:T:WPA;S:Guest;P:not to be kept;;';
const lines = ['Hello, QR!', '你好,二维码!', 'https://example.com/a?b=1&c=%20', ' spaces kept '];
let session: Session;

beforeAll(async () => {
  session = await openSession({
    files: {
      'lines.txt': lines.join('\n'),
      'long.txt': 'x'.repeat(1300),
      'huge.txt': '0'.repeat(7090),
      'wifi.txt': secret,
    },
  });
});
afterAll(() => session?.close());

/** Selects whole lines, each as a selection of its own. */
async function select(...numbers: number[]): Promise<void> {
  const { vsc } = session;
  await vsc.openFile('lines.txt');
  await vsc.goto(numbers[0]!, 1);
  for (const number of numbers.slice(1)) {
    for (let line = numbers[0]!; line < number; line++) await vsc.page.keyboard.press('Control+Shift+ArrowDown');
  }
  await vsc.page.keyboard.press('Shift+End');
}

test('palette: the selection becomes a symbol that a reader reads off the screen', async () => {
  await select(1);
  await session.vsc.command(generate);
  const panel = await session.panel();
  await shows(panel, lines[0]!);
  expect(await panel.locator('.proof').count()).toBe(1);
  expect(await readScreen(session, panel)).toEqual([lines[0]]);
});

test('editor context menu', async () => {
  await select(2);
  await session.vsc.page
    .locator('.editor-group-container.active .view-line')
    .nth(1)
    .click({ button: 'right', position: { x: 30, y: 8 } });
  await session.vsc.menu('Generate QR Code from Selection');
  const panel = await session.panel();
  await shows(panel, lines[1]!);
  expect(await readScreen(session, panel)).toEqual([lines[1]]);
});

test('several selections make several symbols', async () => {
  await select(1, 2);
  await session.vsc.command(generate);
  const panel = await session.panel();
  await panel.locator('.card').nth(1).waitFor();
  expect(await readScreen(session, panel)).toEqual([lines[0], lines[1]]);
});

test('no selection: the link under the cursor', async () => {
  await session.vsc.openFile('lines.txt');
  await session.vsc.goto(3, 12);
  await session.vsc.command(generate);
  const panel = await session.panel();
  await shows(panel, lines[2]!);
  expect(await readScreen(session, panel)).toEqual([lines[2]]);
});

test('a selection is used exactly as it is, spaces and all', async () => {
  await select(4);
  await session.vsc.command(generate);
  const panel = await session.panel();
  await shows(panel, lines[3]!.trim());
  expect(await readScreen(session, panel)).toEqual([lines[3]]);
});

test('another level makes another symbol of the same text', async () => {
  await select(1);
  await session.vsc.command(generate);
  const panel = await session.panel();
  await shows(panel, lines[0]!);
  await panel.locator('.level-choice label', { hasText: 'L' }).click();
  await panel.locator('.symbol[aria-label*="level L"]').waitFor();
  expect(await readScreen(session, panel)).toEqual([lines[0]]);
});

test.each([
  ['PNG', 'Picture (PNG)'],
  ['SVG', 'SVG'],
] as const)('save as %s', async (format, entry) => {
  const { vsc } = session;
  await select(1);
  await vsc.command(generate);
  const panel = await session.panel();
  await shows(panel, lines[0]!);
  await chooseWay(panel, SAVE, entry);
  const file = await vsc.takeProposal(new RegExp(`qr-Hello.*\\.${format.toLowerCase()}$`));
  await expect.poll(() => (existsSync(file) ? readFileSync(file).length : 0), { timeout: 60_000 }).toBeGreaterThan(100);
  if (format === 'PNG') await expect.poll(() => readPicture(file)[0]?.symbols[0]?.text).toBe(lines[0]);
  else expect(readFileSync(file, 'utf8')).toMatch(/^<(\?xml|svg)/);
});

test('a text too long for level H falls back and says so; one too long for any level says what fits', async () => {
  const { vsc } = session;
  await vsc.openFile('long.txt');
  await vsc.selectAll();
  await vsc.command(generate);
  const panel = await session.panel();
  await panel.locator('.symbol[aria-label*="level Q"]').waitFor();
  await panel.locator('.card .note', { hasText: 'cannot hold' }).waitFor();
  await vsc.openFile('huge.txt');
  await vsc.selectAll();
  await vsc.command(generate);
  const failed = (await session.panel()).locator('.card.failed');
  await failed.waitFor();
  expect(await failed.textContent()).toMatch(/2953/);
});

test('the panel is back after a reload, with the same symbol', async () => {
  const { vsc } = session;
  await select(2);
  await vsc.command(generate);
  await shows(await session.panel(), lines[1]!);
  await vsc.reload();
  const panel = await session.panel();
  await shows(panel, lines[1]!);
  expect(await readScreen(session, panel)).toEqual([lines[1]]);
});

test('a password is hidden until it is asked for, read off the screen all the same, and not kept over a reload', async () => {
  const { vsc } = session;
  await vsc.openFile('wifi.txt');
  await vsc.selectAll();
  await vsc.command(generate);
  const panel = await session.panel();
  await panel.locator('.card .text-box button.link').waitFor();
  expect(await panel.locator('#panel').textContent()).not.toContain('not to be kept');
  expect(await readScreen(session, panel)).toEqual([secret]);
  await panel.locator('.card .text-box button.link').click();
  expect(await panel.locator('.card .text-content').textContent()).toBe(secret);
  await vsc.reload();
  const again = await session.panel();
  await again.locator('#page-make .empty').waitFor();
  expect(await again.locator('html').innerHTML()).not.toContain('not to be kept');
});
