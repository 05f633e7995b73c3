/** Tells by a picture's spectrum what blurred it. */
import { type Kernel, kernels, leftBy } from './kernels';
import type { Plane } from './transform';

/** Cells of the spectrum a side, over whose waves power is taken together. */
const CELLS = 64;
/** Waves that are looked at, in turns a pixel: beyond there is noise, which is measured there. */
const LEAST = 0.02;
const MOST = 0.3;
const NOISE_MOST = 0.45;
/** Edges that run any way give waves power by this power of their frequency. */
const SLOPE = -2.5;

export interface Blur {
  kernel: Kernel;
  /** How badly the spectrum is told by it; lower is likelier. */
  misfit: number;
  /** Power of noise against that of edges at one turn a pixel. */
  noise: number;
}

interface Cell {
  fx: number;
  fy: number;
  power: number;
}

/** The first look takes one of so many cells, and leaves so many kernels of each kind. */
const ONE_IN = 5;
const LEFT = 12;

const kinds = (['disc', 'soft', 'moved'] as const).map((kind) => kernels.filter((kernel) => kernel.kind === kind));

/**
 * @param spectrum of the picture
 * @returns the likeliest kernel of each kind, likeliest first
 */
export function blursOf(spectrum: Plane): Blur[] {
  const cells = cellsOf(spectrum);
  const frequency = ({ fx, fy }: Cell) => Math.hypot(fx, fy);
  const noises = cells.filter((c) => frequency(c) > MOST && frequency(c) < NOISE_MOST).map(({ power }) => power);
  const noise = noises.sort((a, b) => a - b)[noises.length >> 1]!;
  const seen = cells.filter((c) => frequency(c) > LEAST && frequency(c) < MOST);
  const rough = blurIn(
    seen.filter((_, i) => i % ONE_IN === 0),
    noise,
  );
  const exact = blurIn(seen, noise);
  return likeliest(
    kinds.map((kind) => {
      const some = likeliest(kind.map(rough)).slice(0, LEFT);
      return likeliest(some.map(({ kernel }) => exact(kernel)))[0]!;
    }),
  );
}

const likeliest = (blurs: Blur[]): Blur[] => blurs.sort((a, b) => a.misfit - b.misfit);

/** How well a kernel tells the power of these cells. */
function blurIn(cells: readonly Cell[], noise: number): (kernel: Kernel) => Blur {
  const edges = cells.map(({ fx, fy }) => Math.hypot(fx, fy) ** SLOPE);
  const logs = cells.map(({ power }) => Math.log(power));
  const above = cells.reduce((sum, { power }) => sum + Math.max(0, power - noise), 0);
  const expected = new Float64Array(cells.length);
  return (kernel) => {
    const left = leftBy(kernel);
    let sum = 0;
    for (let i = 0; i < expected.length; i++) {
      expected[i] = edges[i]! * left(cells[i]!.fx, cells[i]!.fy) ** 2;
      sum += expected[i]!;
    }
    const strength = above / sum;
    let [mean, square] = [0, 0];
    for (let i = 0; i < expected.length; i++) {
      const off = logs[i]! - Math.log(strength * expected[i]! + noise);
      mean += off;
      square += off * off;
    }
    mean /= expected.length;
    return { kernel, misfit: square / expected.length - mean * mean, noise: noise / strength };
  };
}

/** The upper half of the spectrum; the lower is the same. */
function cellsOf({ re, im, width, height }: Plane): Cell[] {
  const [wide, high] = [Math.max(1, width / CELLS), Math.max(1, height / CELLS)];
  const cells: Cell[] = [];
  for (let top = 0; top < height / 2; top += high) {
    for (let left = -width / 2; left < width / 2; left += wide) {
      let power = 1e-9;
      for (let y = top; y < top + high; y++) {
        for (let x = left; x < left + wide; x++) {
          const at = y * width + ((x + width) & (width - 1));
          power += re[at]! ** 2 + im[at]! ** 2;
        }
      }
      cells.push({
        fx: (left + (wide - 1) / 2) / width,
        fy: (top + (high - 1) / 2) / height,
        power: power / (wide * high),
      });
    }
  }
  return cells;
}
