/** A flat picture as a camera sees it that looks at it from the side. */
import type { Corners } from '../../../../../src/worker/protocol/picture';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { perspectiveOf } from '../../../../../src/worker/qr/decode/grid/perspective';

/**
 * @param corners where the flat picture's corners come to lie in the result
 * @param ground what is seen beside it, 0 to 255
 */
export function seenAtAngle(flat: Gray, corners: Corners, width: number, height: number, ground = 200): Gray {
  const { xu, xv, x0, yu, yv, y0, wu, wv } = perspectiveOf(corners.flat());
  // The inverse, but for a factor.
  const u = [yv - y0 * wv, x0 * wv - xv, xv * y0 - x0 * yv];
  const v = [y0 * wu - yu, xu - x0 * wu, x0 * yu - xu * y0];
  const w = [yu * wv - yv * wu, xv * wu - xu * wv, xu * yv - xv * yu];
  const at = ([a, b, c]: number[], x: number, y: number) => a! * x + b! * y + c!;
  const data = new Uint8Array(width * height).fill(ground);
  for (let i = 0; i < data.length; i++) {
    let [sum, count] = [0, 0];
    for (const dx of [0.25, 0.75]) {
      for (const dy of [0.25, 0.75]) {
        const [x, y] = [(i % width) + dx, Math.floor(i / width) + dy];
        const across = at(u, x, y) / at(w, x, y);
        const down = at(v, x, y) / at(w, x, y);
        if (!(across >= 0 && across < 1 && down >= 0 && down < 1)) continue;
        sum += flat.data[Math.floor(down * flat.height) * flat.width + Math.floor(across * flat.width)]!;
        count++;
      }
    }
    if (count) data[i] = sum / count;
  }
  return { data, width, height };
}
