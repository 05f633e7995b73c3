/** Where finder patterns are seen, src/wasm/finderScan.ts, which says what its functions do. */
import { finderScanWasm } from './finderScanWasm';
import { kernel } from './kernel';

type Picture = [from: number, width: number, height: number];

interface Exports {
  roomFor(width: number): number;
  finders(...picture: [...Picture, core: number, to: number, most: number, room: number]): number;
  rings(...picture: [...Picture, to: number, most: number, room: number]): number;
  lightRings(): number;
}

export const withFinderScan = kernel<Exports>(finderScanWasm);

export type FinderScan = Parameters<Parameters<typeof withFinderScan>[0]>[0];
