/**
 * Each tool for hard pictures, other kinds of codes, and how picture and list point at each other.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import bwipjs from 'bwip-js/node';
import type { Locator } from 'playwright-core';
import { PNG } from 'pngjs';
import QRCode from 'qrcode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHOTOGRAPHED, photograph } from '../panel/photograph';
import { openSession, type Session } from './session';

const draw = async (bcid: string, text: string, more = {}) =>
  PNG.sync.read(await bwipjs.toBuffer({ bcid, text, scale: 3, padding: 14, backgroundcolor: 'FFFFFF', ...more }));

/** One below the other, on white. */
function stacked(...pictures: PNG[]): Uint8Array {
  const width = Math.max(...pictures.map((each) => each.width));
  const whole = new PNG({ width, height: pictures.reduce((sum, { height }) => sum + height, 0) });
  whole.data.fill(255);
  let top = 0;
  for (const picture of pictures) {
    PNG.bitblt(picture, whole, 0, 0, picture.width, picture.height, 0, top);
    top += picture.height;
  }
  return PNG.sync.write(whole);
}

let session: Session;
let matrix: PNG;
beforeAll(async () => {
  matrix = await draw('datamatrix', 'Hello Data Matrix');
  const others = [await draw('azteccode', 'Hello Aztec'), await draw('pdf417', 'Hello PDF417')];
  const qr = async (text: string) => PNG.sync.read(await QRCode.toBuffer(text, { scale: 5 }));
  session = await openSession({
    files: {
      'a-tools.png': stacked(matrix, await draw('azteccode', 'below')),
      'b-others.png': stacked(...others, await draw('code128', 'Hello 128')),
      'c-small.png': stacked(
        await draw('microqrcode', 'MICRO'),
        await draw('rectangularmicroqrcode', 'RECTANGULAR', { version: 'R13x43' }),
      ),
      'd-two.png': stacked(await qr('the upper one'), await qr('the lower one')),
      'e-turned.jpg': photograph(6),
    },
  });
});
afterAll(() => session?.close());

async function read(name: string): Promise<Locator> {
  await session.vsc.explorerMenu(name, 'Decode QR Code in Image');
  const card = (await session.panel()).locator(`.picture-card[aria-label="${name}"]`);
  await card.waitFor();
  return card;
}
const texts = async (card: Locator) =>
  (await card.locator('.row .text-content').allTextContents()).map((text) => text.trim()).sort();

test('each tool reads again at once, shows what it did, and says it in words', async () => {
  const card = await read('a-tools.png');
  await card.locator('.tools[open]').waitFor();
  const changed = card.locator('canvas.changed');
  const size = () => changed.evaluate((each: HTMLCanvasElement) => [each.width, each.height]);
  const grey = () =>
    changed.evaluate((each: HTMLCanvasElement) =>
      [...each.getContext('2d')!.getImageData(2, 2, 1, 1).data].slice(0, 3),
    );
  const after = (words: string) =>
    expect.poll(() => card.locator('.tools-status').textContent()).toContain(`Nothing more was found after: ${words}.`);
  await card.getByLabel('Part of the picture').selectOption('crop');
  for (const [label, value] of Object.entries({ Left: 0, Top: 0, Width: matrix.width, Height: matrix.height - 6 })) {
    await card.getByLabel(label, { exact: true }).fill(String(value));
    await card.getByLabel(label, { exact: true }).press('Tab');
  }
  await after('cropped');
  await expect.poll(size).toEqual([matrix.width, matrix.height - 6]);
  expect(await grey()).toEqual([255, 255, 255]);
  await card.getByRole('button', { name: 'Turn Right' }).click();
  await after('cropped, turned');
  await expect.poll(size).toEqual([matrix.height - 6, matrix.width]);
  await card.getByText('Invert: swap dark and light').click();
  await after('cropped, turned, inverted');
  await expect.poll(grey).toEqual([0, 0, 0]);
  await card.getByLabel('Brightness').fill('40');
  await card.getByLabel('Contrast').fill('-50');
  await after('cropped, turned, inverted, brightness changed, contrast changed');
  const [dark] = await grey();
  expect(dark).toBeGreaterThan(20);
  // The crop holds the first of two codes, and both tools of colour leave it readable.
  await card.getByRole('button', { name: 'Read Other Codes Here' }).click();
  await expect.poll(() => texts(card)).toEqual(['Hello Data Matrix']);
  expect(await card.locator('.row-facts').last().textContent()).toMatch(/found after: cropped, turned, inverted/);
  await card.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => texts(card)).toEqual(['Hello Data Matrix', 'below']);
  expect(await changed.isVisible()).toBe(false);
});

test('Micro QR and rMQR are read without asking; Aztec, PDF417 and bars by a button, or by the setting', async () => {
  const small = await read('c-small.png');
  await expect.poll(() => texts(small)).toEqual(['MICRO', 'RECTANGULAR']);
  expect((await small.locator('.row-facts').allTextContents()).join()).toMatch(/Micro QR.*rMQR/s);
  const all = ['Hello 128', 'Hello Aztec', 'Hello PDF417'];
  const card = await read('b-others.png');
  await card.locator('.tools[open]').waitFor();
  expect(await card.locator('.row').count()).toBe(0);
  await card.getByRole('button', { name: 'Read Other Codes Here' }).click();
  await expect.poll(() => texts(card)).toEqual(all);
  expect((await card.locator('.row-facts').allTextContents()).join()).toMatch(/Aztec.*PDF417.*Code 128/s);
  const settings = path.join(session.folder, '.vscode');
  mkdirSync(settings);
  writeFileSync(path.join(settings, 'settings.json'), '{ "qrCodeMaster.decode.otherCodes": true }');
  try {
    await expect.poll(async () => texts(await read('b-others.png'))).toEqual(all);
  } finally {
    rmSync(settings, { recursive: true });
  }
});

test('pointer and focus light box and row alike; a larger picture shows the box of the row', async () => {
  const card = await read('d-two.png');
  const [row, box] = [card.locator('.row'), card.locator('.boxes .box')];
  const lit = (places: Locator) => places.evaluateAll((all) => all.map((each) => each.classList.contains('lit')));
  await expect.poll(() => row.count()).toBe(2);
  await row.nth(1).hover();
  await expect.poll(() => lit(box)).toEqual([false, true]);
  await box.nth(0).hover();
  await expect.poll(() => lit(row)).toEqual([true, false]);
  await box.nth(0).click();
  expect(await row.nth(0).evaluate((each) => each === document.activeElement)).toBe(true);
  const larger = card.getByRole('button', { name: 'Larger' });
  for (let i = 0; i < 5; i++) await larger.click();
  expect(await card.locator('.zoom-said').textContent()).toBe('7.6 times');
  const inFrame = (nth: number) =>
    box.nth(nth).evaluate((each) => {
      const [place, frame] = [each, each.closest('.picture-frame')!].map((of) => of.getBoundingClientRect());
      const [x, y] = [place!.left + place!.width / 2, place!.top + place!.height / 2];
      return x > frame!.left && x < frame!.right && y > frame!.top && y < frame!.bottom;
    });
  for (const nth of [1, 0]) {
    await row.nth(nth).focus();
    await expect.poll(() => inFrame(nth)).toBe(true);
  }
  expect(await inFrame(1)).toBe(false);
  await card.getByRole('button', { name: 'Whole picture' }).click();
  expect([await inFrame(0), await inFrame(1)]).toEqual([true, true]);
});

test('a photograph that says it lies on its side is shown upright, its box on its symbol', async () => {
  const card = await read('e-turned.jpg');
  await expect.poll(() => texts(card)).toEqual([PHOTOGRAPHED.text]);
  const figure = (await card.locator('.picture').boundingBox())!;
  const box = (await card.locator('.boxes .box-line').boundingBox())!;
  const { width, height, left, top, side } = PHOTOGRAPHED;
  expect(figure.width / figure.height).toBeCloseTo(width / height, 1);
  const scale = figure.width / width;
  for (const [is, wanted] of [
    [box.x - figure.x, left],
    [box.y - figure.y, top],
    [box.width, side],
    [box.height, side],
  ] as const)
    expect(Math.abs(is / scale - wanted)).toBeLessThan(8);
});
