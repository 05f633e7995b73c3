/** A fitted grid to content: as it lies, with the blur taken away, and bent further. */
import { decodeModules, type ModulesRead } from '../bits/decodeModules';
import { transposed } from '../toSymbol';
import type { FittedGrid, Work } from './fitGrid';
import { readGrid } from './readGrid';
import { sharpen } from './sharpen';

/** Work units that reading costs for each module. */
const READ_COST = 40;
/**
 * Share of the fixed modules that must be right for a symbol to be surely there: more than the
 * first look is worth it.
 */
export const CLEAR_AGREEMENT = 0.82;

export interface FitRead {
  read: ModulesRead;
  mirrored: boolean;
}

/** @param mirrors also takes the grid for a mirrored symbol's */
export function readFit(fit: FittedGrid, work: Work, mirrors: boolean): FitRead | null {
  const first = readLook(fit.values, fit.size, work, mirrors);
  if (first || fit.agreement < CLEAR_AGREEMENT || work.left <= 0) return first;
  return readLook(fit.bend(), fit.size, work, mirrors);
}

function readLook(values: Float32Array, size: number, work: Work, mirrors: boolean): FitRead | null {
  work.left -= READ_COST * size * size;
  const read = readGrid(values, size);
  if (read) return { read, mirrored: false };
  const mirrored = mirrors && readGrid(transposed(values, size), size);
  if (mirrored) return { read: mirrored, mirrored: true };
  const shades = sharpen(values, size);
  const sharp = shades && readShades(shades, size);
  if (sharp) return { read: sharp, mirrored: false };
  const both = mirrors && shades && readShades(transposed(shades, size), size);
  return both ? { read: both, mirrored: true } : null;
}

/** @param shades -1 (light) to 1 (dark), 0 undecided */
function readShades(shades: Float32Array, size: number): ModulesRead | null {
  const modules = Uint8Array.from(shades, (shade) => (shade > 0 ? 1 : 0));
  return decodeModules(modules, size) ?? decodeModules(modules, size, shades.map(Math.abs));
}
