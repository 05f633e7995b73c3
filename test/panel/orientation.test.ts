/** Photographs that say how they are to be turned: shown upright, with every box on its symbol. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { pictureCard } from '../../src/extension/panel/readCards';
import { decodeImage } from '../../src/worker/qr/decode/decodeImage';
import { noBrowser } from '../browser';
import { testEngine } from '../worker/qr/decode/engine';
import { panelOpener } from './openPanel';
import { PHOTOGRAPHED, photograph } from './photograph';
import { state } from './states';

const { text: TEXT, width: WIDTH, height: HEIGHT, left: LEFT, top: TOP, side: SIDE } = PHOTOGRAPHED;

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
