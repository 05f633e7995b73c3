/** The modules of a symbol: unpacked, and as runs with the quiet zone of the choices. */
import type { MakeOptions, SymbolCard } from '../../src/extension/panel/contract';

export type Drawn = Pick<NonNullable<SymbolCard['symbol']>, 'size' | 'modules'>;

/** Quiet zone and colours. */
export type Look = Pick<MakeOptions, 'marginModules' | 'dark' | 'light'>;

/** What the standard asks for. */
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
export function darkRuns(drawn: Drawn, { marginModules }: Pick<Look, 'marginModules'>): Run[] {
  const dark = unpackModules(drawn);
  const { size } = drawn;
  const runs: Run[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!dark[y * size + x]) continue;
      const start = x;
      while (x < size && dark[y * size + x]) x++;
      runs.push({ x: start + marginModules, y: y + marginModules, width: x - start });
    }
  }
  return runs;
}

/** Modules a side with the quiet zone. */
export const fullSize = ({ size }: Pick<Drawn, 'size'>, { marginModules }: Pick<Look, 'marginModules'>): number =>
  size + 2 * marginModules;
