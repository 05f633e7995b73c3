/** Resizing of coloured pictures with transparency. */
import type { RgbaPixels } from '../codecs';

/** Every pixel becomes the mean of the area it covers, colours weighed by their opacity. */
export function resizeRgba({ data, width, height }: RgbaPixels, toWidth: number, toHeight: number): RgbaPixels {
  const out = new Uint8Array(toWidth * toHeight * 4);
  const [fx, fy] = [width / toWidth, height / toHeight];
  for (let y = 0; y < toHeight; y++)
    for (let x = 0; x < toWidth; x++) {
      const sums = [0, 0, 0, 0, 0];
      const [x0, x1, y0, y1] = [x * fx, (x + 1) * fx, y * fy, (y + 1) * fy];
      for (let row = Math.floor(y0); row < y1 && row < height; row++)
        for (let column = Math.floor(x0); column < x1 && column < width; column++) {
          const area = (Math.min(column + 1, x1) - Math.max(column, x0)) * (Math.min(row + 1, y1) - Math.max(row, y0));
          const at = (row * width + column) * 4;
          const weight = area * data[at + 3]!;
          for (let c = 0; c < 3; c++) sums[c]! += weight * data[at + c]!;
          sums[3]! += weight;
          sums[4]! += area;
        }
      const to = (y * toWidth + x) * 4;
      const [, , , weight, area] = sums as [number, number, number, number, number];
      for (let c = 0; c < 3; c++) out[to + c] = weight ? Math.round(sums[c]! / weight) : 0;
      out[to + 3] = Math.round(weight / area);
    }
  return { data: out, width: toWidth, height: toHeight };
}
