/**
 * The decoders that are measured side by side: ours in its three efforts, the engine beneath it
 * alone, and its peers.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsQR from 'jsqr';
import { decodeQRBatch } from 'qr/decode.js';
import { readBarcodes } from 'zxing-wasm/reader';
import { nodeInflate } from '../../src/worker/hosts/nodeInflate';
import type { Effort } from '../../src/worker/protocol/picture';
import '../../src/worker/hosts/nodeCodecs';
import { decodeImage, prepareEngine } from '../../src/worker/qr/decode/decodeImage';
import { centreOf } from '../../src/worker/qr/decode/quad';
import type { Point } from '../../src/worker/qr/decode/scale';
import { readGrayWithLibrary } from '../../src/worker/qr/decode/zxingLibrary';
import { pythonEngine } from './pythonEngine';

export interface BenchRead {
  text: string;
  centre?: Point;
}

/** Decoded pixels for the peers that read no files; their time does not include making them. */
export interface Pixels {
  rgba: Uint8ClampedArray;
  gray: Uint8Array;
  width: number;
  height: number;
}

export interface BenchEngine {
  name: string;
  /** `file`: the time includes decoding the picture file. */
  takes: 'file' | 'pixels';
  read(bytes: Uint8Array, pixels: () => Pixels): Promise<BenchRead[] | TimedReads> | BenchRead[];
  close?(): void;
}

/** Reads of another process, which tells its processor time. */
export interface TimedReads {
  reads: BenchRead[];
  cpuMs: number;
}

const require = createRequire(__filename);
const mean = (points: { x: number; y: number }[]): Point => [
  points.reduce((sum, { x }) => sum + x, 0) / points.length,
  points.reduce((sum, { y }) => sum + y, 0) / points.length,
];

export const engineNames = [
  'fast',
  'normal',
  'thorough',
  'zxing-wasm',
  'zxing-library',
  'jsqr',
  'qr',
  'zbar-wasm',
  'pyzbar',
  'opencv',
] as const;
export type EngineName = (typeof engineNames)[number];

/** Those of the named engines that this machine has. */
export async function loadEngines(names: readonly EngineName[]): Promise<BenchEngine[]> {
  const engine = await prepareEngine(
    readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')),
    () => performance.now(),
    nodeInflate,
  );
  const ours = (effort: Effort): BenchEngine => ({
    name: effort,
    takes: 'file',
    read: (bytes) =>
      decodeImage(bytes, { effort, timeoutMs: 600_000 }, engine).symbols.map(({ text, corners }) => ({
        text,
        centre: centreOf(corners),
      })),
  });
  const makers: Record<EngineName, () => BenchEngine | undefined | Promise<BenchEngine>> = {
    fast: () => ours('fast'),
    normal: () => ours('normal'),
    thorough: () => ours('thorough'),
    'zxing-wasm': () => ({
      name: 'zxing-wasm',
      takes: 'file',
      async read(bytes) {
        const reads = await readBarcodes(bytes, { formats: ['QRCode'] });
        return reads.map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
          text,
          centre: mean([topLeft, topRight, bottomRight, bottomLeft]),
        }));
      },
    }),
    'zxing-library': () => ({
      name: 'zxing-library',
      takes: 'pixels',
      read(_, pixels) {
        const { gray, width, height } = pixels();
        const read = readGrayWithLibrary(gray, width, height);
        return read ? [{ text: read.text, centre: centreOf(read.corners) }] : [];
      },
    }),
    jsqr: () => ({
      name: 'jsqr',
      takes: 'pixels',
      read(_, pixels) {
        const { rgba, width, height } = pixels();
        const read = jsQR(rgba, width, height);
        if (!read?.data) return [];
        const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = read.location;
        return [
          { text: read.data, centre: mean([topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner]) },
        ];
      },
    }),
    qr: () => ({
      name: 'qr',
      takes: 'pixels',
      async read(_, pixels) {
        const { rgba, width, height } = pixels();
        const found: BenchRead[] = [];
        await decodeQRBatch([{ data: rgba, width, height }], {
          pointsOnDetect(points, result) {
            if (typeof result === 'string') found.push({ text: result, centre: mean([...points.bounds]) });
          },
        });
        return found;
      },
    }),
    'zbar-wasm': async () => {
      const zbar = await import('@undecaf/zbar-wasm');
      const scanner = await zbar.ZBarScanner.create();
      scanner.setConfig(zbar.ZBarSymbolType.ZBAR_NONE, zbar.ZBarConfigType.ZBAR_CFG_ENABLE, 0);
      scanner.setConfig(zbar.ZBarSymbolType.ZBAR_QRCODE, zbar.ZBarConfigType.ZBAR_CFG_ENABLE, 1);
      return {
        name: 'zbar-wasm',
        takes: 'pixels',
        async read(_, pixels) {
          const { gray, width, height } = pixels();
          const symbols = await zbar.scanGrayBuffer(gray.slice().buffer, width, height, scanner);
          return symbols.map((symbol) => ({ text: symbol.decode(), centre: mean(symbol.points) }));
        },
      };
    },
    pyzbar: () => pythonEngine('pyzbar'),
    opencv: () => pythonEngine('opencv'),
  };
  const engines = await Promise.all(names.map((name) => makers[name]()));
  return engines.filter((engine) => engine !== undefined);
}
