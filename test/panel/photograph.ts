/** A photograph as a camera stores it: turned, with an Exif segment that says so. */
import { encode } from 'jpeg-js';
import { create } from 'qrcode';

const TEXT = 'upright';
const [WIDTH, HEIGHT] = [360, 240];
const [LEFT, TOP, SCALE] = [40, 30, 5];
const { modules } = create(TEXT, { errorCorrectionLevel: 'M' });
const SIDE = modules.size * SCALE;

/** Of the upright picture, in pixels; the symbol is as wide as it is high. */
export const PHOTOGRAPHED = { text: TEXT, width: WIDTH, height: HEIGHT, left: LEFT, top: TOP, side: SIDE };

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

/** @param orientation of Exif, 1 to 8 */
export function photograph(orientation: number): Uint8Array {
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
