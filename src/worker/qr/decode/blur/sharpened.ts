/** Takes the blur out of a picture that its spectrum tells. */
import type { Gray } from '../gray';
import { type Blur, blursOf } from './blurOf';
import { type Kernel, leftBy } from './kernels';
import { seemsBlurred } from './seemsBlurred';
import { type Plane, withPlane } from './transform';

/** Pixels between the picture's ends, which meet in the transform. */
const SEAM = 24;

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(least));

/** Kernels from that size on blur a picture. */
const LEAST: Record<Kernel['kind'], number> = { disc: 2, soft: 1.25, moved: 5 };
/** Where noise is stronger, no blur hides what is seen of edges. */
const MOST_NOISE = 3;

/**
 * @param gray as small as it may be: the transforms cost time
 * @returns the picture without the blur, once for each of the two likeliest kinds; nothing when it
 * is not blurred
 */
export function sharpened(gray: Gray): Gray[] {
  if (!seemsBlurred(gray)) return [];
  return withPlane(powerOfTwo(gray.width + SEAM), powerOfTwo(gray.height + SEAM), (plane, transform) => {
    wrap(gray, plane);
    transform();
    const [first, second] = blursOf(plane) as [Blur, Blur];
    if (first.kernel.size < LEAST[first.kernel.kind] || first.noise > MOST_NOISE) return [];
    undo(plane, first, second);
    transform();
    return [plane.re, plane.im].map((from) => pictureOf(from, plane.width, gray));
  });
}

/** Transformed twice, the plane is turned about its first place. */
function pictureOf(from: Float32Array, stride: number, { width, height }: Gray): Gray {
  const data = new Uint8Array(width * height);
  const scale = 1 / from.length;
  const rows = from.length / stride;
  for (let y = 0; y < height; y++) {
    const row = y ? (rows - y) * stride : 0;
    for (let x = 0; x < width; x++) {
      const value = from[x ? row + stride - x : row]! * scale;
      data[y * width + x] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5;
    }
  }
  return { data, width, height };
}

/** With smooth ways from its last column to its first, and from its last row. */
function wrap({ data, width, height }: Gray, { re, width: stride, height: rows }: Plane): void {
  const rise = (i: number, from: number, to: number) =>
    0.5 - 0.5 * Math.cos((Math.PI * (i - from + 1)) / (to - from + 1));
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    for (let x = 0; x < width; x++) re[row + x] = data[y * width + x]!;
    const [first, last] = [re[row]!, re[row + width - 1]!];
    for (let x = width; x < stride; x++) re[row + x] = last + (first - last) * rise(x, width, stride);
  }
  for (let y = height; y < rows; y++) {
    const share = rise(y, height, rows);
    const end = (height - 1) * stride;
    for (let x = 0; x < stride; x++) re[y * stride + x] = re[end + x]! + (re[x]! - re[end + x]!) * share;
  }
}

/**
 * Wiener, 1949, with two kernels at once: two real pictures are one complex plane.
 * @param spectrum is changed
 */
function undo({ re, im, width, height }: Plane, first: Blur, second: Blur): void {
  const filters = [filterOf(first), filterOf(second)] as const;
  for (let y = 0; y <= height / 2; y++) {
    for (let x = 0; x < width; x++) {
      const fx = (x < width / 2 ? x : x - width) / width;
      const a = filters[0](fx, y / height);
      const b = filters[1](fx, y / height);
      mix(re, im, y * width + x, a, b);
      // The opposite wave is treated alike.
      if (y && y < height / 2) mix(re, im, (height - y) * width + (x ? width - x : 0), a, b);
    }
  }
}

function mix(re: Float32Array, im: Float32Array, at: number, first: number, second: number): void {
  const a = re[at]!;
  const b = im[at]!;
  re[at] = a * first - b * second;
  im[at] = b * first + a * second;
}

function filterOf({ kernel, noise }: Blur): (fx: number, fy: number) => number {
  const left = leftBy(kernel);
  return (fx, fy) => {
    const share = left(fx, fy);
    const square = fx * fx + fy * fy;
    return share / (share * share + noise * square * Math.sqrt(Math.sqrt(square)));
  };
}
