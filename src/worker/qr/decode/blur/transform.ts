/** The Fourier transform of a plane. */
import { withFourier } from '../wasm/fourier';

/** Complex numbers, row by row. */
export interface Plane {
  re: Float32Array;
  im: Float32Array;
  /** Powers of two, 8 at the least. */
  width: number;
  height: number;
}

/**
 * Lends a plane, whose real parts are left to be filled in and whose imaginary ones are 0.
 * @param work is given the plane, which is its until it returns, and what transforms it in place:
 * without a factor, so done twice it gives the plane itself, turned half about its first place,
 * times width * height. May not lend another plane.
 */
export const withPlane = <T>(width: number, height: number, work: (plane: Plane, transform: () => void) => T): T =>
  withFourier((ops) => {
    const bytes = 4 * width * height;
    const place = [ops.take(bytes), ops.take(bytes)] as const;
    const other = [ops.take(bytes), ops.take(bytes)] as const;
    const room = ops.take(ops.roomFor(Math.max(width, height)));
    const [across, down] = [ops.put(wavesOf(width)), ops.put(wavesOf(height))];
    const [re, im] = place.map((at) => new Float32Array(ops.bytes().buffer, at, width * height));
    im!.fill(0);
    return work({ re: re!, im: im!, width, height }, () => {
      ops.columns(...place, width, height, down, ...other, room);
      ops.columns(...other, height, width, across, ...place, room);
    });
  });

/** The cosines and negative sines of `length` points' waves. */
function wavesOf(length: number): Uint8Array {
  const half = length / 2;
  const waves = new Float32Array(length);
  for (let k = 0; k < half; k++) {
    const angle = (Math.PI * k) / half;
    waves[k] = Math.cos(angle);
    waves[half + k] = -Math.sin(angle);
  }
  return new Uint8Array(waves.buffer);
}
