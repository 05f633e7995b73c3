/**
 * Pictures in which nothing is read at first: what was tried, the tools, the thorough search, other
 * codes; nothing is written to the file.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import bwipjs from 'bwip-js/node';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Corners } from '../../src/worker/protocol/picture';
import { drawSymbol, rgbaOf } from '../worker/qr/decode/drawSymbol';
import { seenAtAngle } from '../worker/qr/decode/tools/seenAtAngle';
import { pressOn } from './pressOn';
import { openSession, type Session } from './session';

const TEXT = 'https://example.org/steep';
const SIZE = { width: 640, height: 480 };
const CORNERS: Corners = [
  [120, 250],
  [500, 250],
  [640, 350],
  [0, 350],
];

let session: Session;
beforeAll(async () => {
  const steep = seenAtAngle(drawSymbol(TEXT, { scale: 8 }), CORNERS, SIZE.width, SIZE.height);
  const png = PNG.sync.write(Object.assign(new PNG(SIZE), { data: Buffer.from(rgbaOf(steep)) }));
  const matrix = await bwipjs.toBuffer({ bcid: 'datamatrix', text: 'Hello Data Matrix', scale: 4, padding: 12 });
  session = await openSession({
    files: { 'hard/steep.png': png, 'hard/matrix.png': matrix },
  });
});
afterAll(() => session?.close());

async function read(name: string) {
  const { vsc } = session;
  if (!(await vsc.explorerRow(name).isVisible())) await vsc.explorerRow('hard').click();
  await vsc.explorerRow(name).click();
  await vsc.explorerMenu(name, 'Decode QR Code in Image');
  const panel = await session.panel();
  const card = panel.locator(`.picture-card[aria-label="${name}"]`);
  await card.locator('.tools[open]').waitFor();
  expect(await card.locator('.row').count()).toBe(0);
  return card;
}

test('a code seen from the side: what was tried, four corners dragged onto it, and its text', async () => {
  const file = path.join(session.folder, 'hard', 'steep.png');
  const before = readFileSync(file);
  const card = await read('steep.png');
  expect(await card.locator('.tried li').count()).toBeGreaterThan(0);
  await card.getByLabel('Part of the picture').selectOption('corners');
  const figure = card.locator('.picture');
  await figure.scrollIntoViewIfNeeded();
  const { page } = session.vsc;
  for (const [i, [x, y]] of CORNERS.entries()) {
    const area = (await figure.boundingBox())!;
    await card.locator('.area-point').nth(i).hover();
    await page.mouse.down();
    await page.mouse.move(area.x + (x / SIZE.width) * area.width, area.y + (y / SIZE.height) * area.height, {
      steps: 4,
    });
    await page.mouse.up();
  }
  await card.locator('.row').first().waitFor();
  expect((await card.locator('.row .text-content').first().textContent())!.trim()).toBe(TEXT);
  expect(await card.locator('.row-facts').last().textContent()).toContain('found after: straightened');
  expect(await card.locator('.boxes .box').count()).toBe(1);
  expect(await card.locator('canvas.changed').isVisible()).toBe(true);
  // It may have been read before the last point was in its place.
  await expect
    .poll(() => card.locator('.tools-status').textContent())
    .toMatch(/1 more code was found\.|Nothing more was found/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('after a reload the corners lie where they were put, and the code is read again', async () => {
  const placesIn = async (panel: Awaited<ReturnType<Session['panel']>>) =>
    panel.locator('.area-point').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  const before = await placesIn(await session.panel());
  await session.vsc.reload();
  const panel = await session.panel();
  const card = panel.locator('.picture-card[aria-label="steep.png"]');
  await card.locator('.row').first().waitFor();
  expect((await card.locator('.row .text-content').first().textContent())!.trim()).toBe(TEXT);
  expect(await placesIn(panel)).toEqual(before);
  expect(await card.locator('.tools').getAttribute('open')).toBe('');
});

test('another code, by keyboard alone', async () => {
  const card = await read('matrix.png');
  const button = card.getByRole('button', { name: 'Read Other Codes Here' });
  await pressOn(button, 'Enter', () => card.locator('.row').first().isVisible());
  expect((await card.locator('.row .text-content').first().textContent())!.trim()).toBe('Hello Data Matrix');
  expect(await card.locator('.row-facts').last().textContent()).toContain('Data Matrix');
  expect(await card.locator('header').textContent()).toContain('1 code found');
});

test('the thorough search ends with an answer', async () => {
  const card = await read('matrix.png');
  await card.getByRole('button', { name: 'Try Harder (60 s at most)' }).click();
  await expect.poll(() => card.locator('.tools-status').textContent(), { timeout: 60_000 }).toContain('Nothing more');
});
