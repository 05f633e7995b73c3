/** The modules of a symbol: unpacked, and drawn as a vector or as pixels, always with the quiet zone of ISO/IEC 18004:2024 §6.3.8. */
import type { SymbolCard } from '../../src/extension/panel/contract';

export type Drawn = Pick<NonNullable<SymbolCard['symbol']>, 'size' | 'modules'>;

export const QUIET_ZONE_MODULES = 4;

/** size * size values, true is dark: the reverse of `packModules` of the extension. */
export function unpackModules({ size, modules }: Drawn): boolean[] {
  const packed = atob(modules);
  return Array.from({ length: size * size }, (_, i) => ((packed.charCodeAt(i >> 3) >> (7 - (i & 7))) & 1) === 1);
}

export interface Run {
  x: number;
  y: number;
  width: number;
}

/** The dark modules as horizontal runs, in modules from the corner of the quiet zone. */
export function darkRuns(drawn: Drawn): Run[] {
  const dark = unpackModules(drawn);
  const { size } = drawn;
  const runs: Run[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!dark[y * size + x]) continue;
      const start = x;
      while (x < size && dark[y * size + x]) x++;
      runs.push({ x: start + QUIET_ZONE_MODULES, y: y + QUIET_ZONE_MODULES, width: x - start });
    }
  }
  return runs;
}

/** Modules a side with the quiet zone. */
export const fullSize = ({ size }: Drawn): number => size + 2 * QUIET_ZONE_MODULES;
