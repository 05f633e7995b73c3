/**
 * The luminance of a grid's modules to content: several ideas of what is dark, then the doubtful
 * codewords given up.
 */
import { decodeModules, type ModulesRead } from '../bits/decodeModules';
import { fixedModules } from './fixedModules';

/** Windows that a module is compared with (radius in modules; the last is the whole symbol). */
const RADII = [3, 5, 8, 200];
/** The threshold moved by this share of the local deviation. */
const BIASES = [0, -0.12, 0.12, -0.25, 0.25];
const DOUBT_BIASES = [0, -0.15, 0.15];

/**
 * @param values luminance of each module, size * size
 * @returns the first reading whose checksums hold, or null
 */
export function readGrid(values: Float32Array, size: number): ModulesRead | null {
  const fixed = fixedModules(size);
  const modules = new Uint8Array(size * size);
  const mean = new Float32Array(size * size);
  const distance = new Float32Array(size * size);
  const deviation = new Float32Array(size * size);
  const threshold = (bias: number) => {
    for (let i = 0; i < modules.length; i++)
      modules[i] = fixed[i]! >= 0 ? fixed[i]! : values[i]! < mean[i]! + bias * 2 * deviation[i]! ? 1 : 0;
  };
  const compare = (radius: number, deviationRadius: number) => {
    windowMean(values, size, radius, mean);
    for (let i = 0; i < distance.length; i++) distance[i] = Math.abs(values[i]! - mean[i]!);
    windowMean(distance, size, deviationRadius, deviation);
  };
  for (const radius of RADII) {
    compare(radius, radius);
    for (const bias of BIASES) {
      threshold(bias);
      const read = decodeModules(modules, size);
      if (read) return read;
    }
  }
  const certainty = new Float32Array(size * size);
  for (const radius of RADII.slice(0, 3)) {
    // One deviation for the whole symbol, so that flat areas count as doubtful.
    compare(radius, size);
    for (const bias of DOUBT_BIASES) {
      threshold(bias);
      for (let i = 0; i < certainty.length; i++)
        certainty[i] = Math.abs(mean[i]! + bias * 2 * deviation[i]! - values[i]!);
      const read = decodeModules(modules, size, certainty);
      if (read) return read;
    }
  }
  return null;
}

/** Mean of the (2 * radius + 1)-module window around each module, cut at the symbol's edge. */
function windowMean(values: Float32Array, size: number, radius: number, out: Float32Array): void {
  const stride = size + 1;
  const sums = new Float64Array(stride * stride);
  for (let y = 0; y < size; y++) {
    let row = 0;
    for (let x = 0; x < size; x++) {
      row += values[y * size + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  for (let y = 0; y < size; y++) {
    const top = Math.max(0, y - radius);
    const low = Math.min(size, y + radius + 1);
    for (let x = 0; x < size; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(size, x + radius + 1);
      const sum =
        sums[low * stride + right]! -
        sums[top * stride + right]! -
        sums[low * stride + left]! +
        sums[top * stride + left]!;
      out[y * size + x] = sum / ((low - top) * (right - left));
    }
  }
}
