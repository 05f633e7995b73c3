/** The Fourier transform of a plane. */

/** Complex numbers, row by row. */
export interface Plane {
  re: Float32Array;
  im: Float32Array;
  /** Powers of two. */
  width: number;
  height: number;
}

export const planeOf = (width: number, height: number): Plane => ({
  re: new Float32Array(width * height),
  im: new Float32Array(width * height),
  width,
  height,
});

/**
 * Without a factor, and with rows and columns exchanged: done twice it gives the plane itself,
 * turned half about its first place, times width * height.
 * @param plane is used up
 */
export function transform(plane: Plane): Plane {
  transformColumns(plane);
  const turned = transposed(plane);
  transformColumns(turned);
  return turned;
}

/** Cooley and Tukey, 1965, of all columns at once: row by row, as memory lies. */
function transformColumns({ re, im, width, height }: Plane): void {
  for (let i = 1, j = 0; i < height; i++) {
    let bit = height >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) for (const part of [re, im]) exchange(part, i * width, j * width, width);
  }
  for (let half = 1; half < height; half *= 2) {
    const apart = half * width;
    for (let k = 0; k < half; k++) {
      const angle = (Math.PI * k) / half;
      const cos = Math.cos(angle);
      const sin = -Math.sin(angle);
      for (let row = k; row < height; row += 2 * half) {
        for (let a = row * width, end = a + width; a < end; a++) {
          const b = a + apart;
          const x = re[b]! * cos - im[b]! * sin;
          const y = re[b]! * sin + im[b]! * cos;
          re[b] = re[a]! - x;
          im[b] = im[a]! - y;
          re[a]! += x;
          im[a]! += y;
        }
      }
    }
  }
}

function exchange(part: Float32Array, a: number, b: number, count: number): void {
  const kept = part.slice(a, a + count);
  part.copyWithin(a, b, b + count);
  part.set(kept, b);
}

/** Places of a square that stay near each other in memory. */
const BLOCK = 16;

function transposed({ re, im, width, height }: Plane): Plane {
  const turned = planeOf(height, width);
  const side = Math.min(BLOCK, width, height);
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      for (let y = top; y < top + side; y++) {
        for (let x = left; x < left + side; x++) {
          turned.re[x * height + y] = re[y * width + x]!;
          turned.im[x * height + y] = im[y * width + x]!;
        }
      }
    }
  }
  return turned;
}
