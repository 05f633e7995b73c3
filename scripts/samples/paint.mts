/**
 * Paints samples/pictures from our own encoder: `npx tsx scripts/samples/paint.mts` (needs Chromium
 * for WebP).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import '../../src/worker/hosts/nodeCodecs';
import type { Level } from '../../src/worker/protocol/symbol';
import { encode } from '../../src/worker/qr/encode';
import { writeJpeg } from '../../src/worker/qr/jpeg';
import { writePng } from '../../src/worker/qr/png';
import { render } from '../../src/worker/qr/render/render';
import { launchBrowser } from '../../test/e2e/kit/browser.mjs';
import { paintScene } from './scene';
import { bmp, gif } from './writers';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(root, 'samples', 'pictures');
const symbolOf = (text: string, level: Level = 'M') => encode(text, { level }).symbol;
const save = (name: string, bytes: Uint8Array) => writeFileSync(path.join(folder, name), bytes);

mkdirSync(folder, { recursive: true });
save('hello.png', render(symbolOf('Hello from QR Code Master'), 'png', { scale: 8 }));
save('你好.png', render(symbolOf('你好,世界!这是一个离线生成的二维码。'), 'png', { scale: 6 }));
save('label.bmp', bmp(symbolOf('LOT 2026-07 / BOX 12', 'Q'), 4));
save('label.gif', gif(symbolOf('LOT 2026-07 / BOX 13', 'Q'), 4));

const white: [number, number, number] = [240, 238, 232];
const ink: [number, number, number] = [32, 32, 38];
const cards = [
  {
    symbol: symbolOf('https://example.com/menu?table=12'),
    corners: [
      [70, 90],
      [395, 60],
      [430, 370],
      [95, 420],
    ],
    paper: white,
    ink,
  },
  {
    symbol: symbolOf('WIFI:T:WPA;S:Guest;P:not-a-secret;;'),
    corners: [
      [520, 150],
      [815, 95],
      [880, 385],
      [560, 450],
    ],
    paper: [214, 228, 240],
    ink: [24, 44, 92],
  },
  {
    symbol: symbolOf('会议室 301 · 设备编号 A-0042', 'Q'),
    corners: [
      [190, 500],
      [430, 470],
      [455, 720],
      [160, 745],
    ],
    paper: [246, 226, 180],
    ink: [70, 34, 24],
  },
  {
    symbol: symbolOf('SN 4071-2238', 'H'),
    corners: [
      [600, 525],
      [770, 500],
      [800, 675],
      [615, 705],
    ],
    paper: white,
    ink,
  },
] as const; // prettier-ignore
const scene = cards.map((card) => ({
  ...card,
  corners: card.corners.map(([x, y]): [number, number] => [x, y]),
  paper: [...card.paper] as [number, number, number],
  ink: [...card.ink] as [number, number, number],
})); // prettier-ignore
save('table.jpg', writeJpeg(paintScene(1000, 800, scene, 26), 1000, 800, 82));
save('no-code.png', writePng(paintScene(480, 320, [], 10), 480, 320));

const browser = await launchBrowser();
const page = await browser.newPage();
const webp = await page.evaluate(
  async (base64) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${base64}`;
    await picture.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 0.8).split(',')[1] ?? '';
  },
  Buffer.from(render(symbolOf('LOT 2026-07 / BOX 14', 'Q'), 'png', { scale: 4 })).toString('base64'),
);
save('label.webp', Buffer.from(webp, 'base64'));
await browser.close();
