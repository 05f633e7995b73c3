/** Where finder patterns are seen, src/wasm/finderScan.ts, which says what its functions do. */
import { finderScanWasm } from './finderScanWasm';
import { kernel } from './kernel';

interface Exports {
  roomFor(width: number): number;
  finders(from: number, width: number, height: number, to: number, most: number, room: number): number;
  rings(from: number, width: number, height: number, core: number, to: number, most: number, room: number): number;
}

export const withFinderScan = kernel<Exports>(finderScanWasm);

export type FinderScan = Parameters<Parameters<typeof withFinderScan>[0]>[0];
