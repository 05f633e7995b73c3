/** The places of a symbol of a size that a grid is fitted by. */
import { fixedModules } from './fixedModules';

/** Free modules that take part in the score: enough to tell contrast from blur. */
const MAX_FREE = 240;

/** Where the modules that take part in the score lie in the unit square, and what they should be. */
export interface Probe {
  u: Float64Array;
  v: Float64Array;
  /** 1 dark, -1 light, 0 free */
  sign: Int8Array;
  fixedCount: number;
}

const probes = new Map<number, Probe>();

/** @param size modules a side */
export function probeOf(size: number): Probe {
  const known = probes.get(size);
  if (known) return known;
  const fixed = fixedModules(size);
  const indexes = Array.from(fixed.keys());
  const held = indexes.filter((i) => fixed[i]! >= 0);
  const free = indexes.filter((i) => fixed[i]! < 0);
  const step = Math.max(1, free.length / MAX_FREE);
  const chosen = [...held];
  for (let i = 0; i < free.length; i += step) chosen.push(free[Math.floor(i)]!);
  const probe: Probe = {
    u: Float64Array.from(chosen, (i) => ((i % size) + 0.5) / size),
    v: Float64Array.from(chosen, (i) => (Math.floor(i / size) + 0.5) / size),
    sign: Int8Array.from(chosen, (i) => (fixed[i]! < 0 ? 0 : fixed[i]! === 1 ? 1 : -1)),
    fixedCount: held.length,
  };
  probes.set(size, probe);
  return probe;
}

const fullGrids = new Map<number, { u: Float64Array; v: Float64Array }>();

/** Where all modules lie in the unit square, row by row. */
export function fullGrid(size: number): { u: Float64Array; v: Float64Array } {
  const known = fullGrids.get(size);
  if (known) return known;
  const grid = {
    u: Float64Array.from({ length: size * size }, (_, i) => ((i % size) + 0.5) / size),
    v: Float64Array.from({ length: size * size }, (_, i) => (Math.floor(i / size) + 0.5) / size),
  };
  fullGrids.set(size, grid);
  return grid;
}
