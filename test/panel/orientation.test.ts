/** Photographs that say how they are to be turned: shown upright, with every box on its symbol. */
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { pictureCard } from '../../src/extension/panel/readCards';
import { decodeImage } from '../../src/worker/qr/decode/decodeImage';
import { noBrowser } from '../browser';
import { testEngine } from '../worker/qr/decode/engine';
import { panelOpener } from './openPanel';
import { state } from './states';

const TEXT = 'upright';
const [WIDTH, HEIGHT] = [360, 240];
const [LEFT, TOP, SCALE] = [40, 30, 5];
const { modules } = create(TEXT, { errorCorrectionLevel: 'M' });
const SIDE = modules.size * SCALE;

/** Of the upright picture: dark or light. */
function upright(x: number, y: number): number {
  const [column, row] = [Math.floor((x - LEFT) / SCALE), Math.floor((y - TOP) / SCALE)];
  const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
  return isInside && modules.get(row, column) ? 0 : 255;
}

/** Where a stored pixel stands upright (Exif 3.0 §4.6.5.1); w and h are of the stored picture. */
const toUpright: Record<number, (x: number, y: number, w: number, h: number) => [number, number]> = {
  1: (x, y) => [x, y],
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _w, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _w, h) => [h - 1 - y, x],
  7: (x, y, w, h) => [h - 1 - y, w - 1 - x],
  8: (x, y, w) => [y, w - 1 - x],
};

/** A JPEG as a camera stores it, with its Exif segment. */
function photograph(orientation: number): Uint8Array {
  const [width, height] = orientation > 4 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.fill(upright(...toUpright[orientation]!(x, y, width, height)), 4 * (y * width + x), 4 * (y * width + x) + 3);
  const jpeg = encode({ width, height, data }, 95).data;
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000' + '00000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, content.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

describe.skipIf(noBrowser)('orientation', async () => {
  const open = panelOpener();
  const engine = await testEngine();
  const read = (bytes: Uint8Array) => decodeImage(bytes, {}, engine);

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('of number %i', async (orientation) => {
    const bytes = photograph(orientation);
    const picture = read(bytes);
    expect(picture.symbols[0]?.text).toBe(TEXT);
    expect(picture.orientation).toBe(orientation === 1 ? undefined : orientation);
    const panel = await open(
      state({ tab: 'read', pictures: [{ key: '1.0', ...pictureCard('p.jpg', picture, [], new Map()) }] }),
      {
        width: 700,
      },
    );
    const { page } = panel;
    await panel.send({ type: 'pictureBytes', view: 1, picture: 0, bytes: new Uint8Array(bytes) });
    const image = page.locator('.plane img');
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeTruthy();
    const figure = page.locator('.picture');
    const frame = (await figure.boundingBox())!;
    const line = (await page.locator('.box-line').boundingBox())!;
    expect(frame.width / frame.height).toBeCloseTo(WIDTH / HEIGHT, 1);
    const at = (value: number, of: number, side: number) => (value - of) * (WIDTH / side);
    expect(Math.abs(at(line.x, frame.x, frame.width) - LEFT)).toBeLessThan(6);
    expect(Math.abs(at(line.y, frame.y, frame.width) - TOP)).toBeLessThan(6);
    expect(Math.abs((line.width * WIDTH) / frame.width - SIDE)).toBeLessThan(9);
    // What is seen, read off the screen without the boxes: upright, not mirrored, where the box is.
    await page.locator('.boxes').evaluate((boxes) => boxes.remove());
    const shot = await figure.screenshot();
    const seen = read(shot).symbols[0]!;
    expect(seen.mirrored ?? false).toBe(false);
    const times = PNG.sync.read(shot).width / WIDTH;
    expect(Math.abs(seen.corners[0][0] / times - LEFT)).toBeLessThan(4);
    expect(Math.abs(seen.corners[0][1] / times - TOP)).toBeLessThan(4);
    expect(Math.abs(seen.corners[2][0] / times - LEFT - SIDE)).toBeLessThan(4);
  });
});
