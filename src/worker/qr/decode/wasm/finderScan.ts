/** Where finder patterns are seen, src/wasm/finderScan.ts, which says what its functions do. */
import { finderScanWasm } from './finderScanWasm';
import { kernel } from './kernel';

type Picture = [from: number, width: number, height: number];

interface Exports {
  roomFor(width: number): number;
  sizeOf(most: number, width: number): number;
  finders(...picture: [...Picture, core: number, set: number, most: number, room: number]): void;
  rings(...picture: [...Picture, dark: number, light: number, most: number, room: number]): void;
  sightingsOf(set: number): number;
  gather(set: number, least: number, to: number): number;
}

export const withFinderScan = kernel<Exports>(finderScanWasm);

export type FinderScan = Parameters<Parameters<typeof withFinderScan>[0]>[0];
