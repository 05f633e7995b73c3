/** The first engine, zxing-cpp as WebAssembly: the only file that knows zxing-wasm. */
import {
  BINARIZERS,
  CHARACTER_SETS,
  encodeFormats,
  prepareZXingModule,
  TEXT_MODES,
  type ZXingReaderOptions,
  type ZXingReadResult,
  type ZXingVector,
} from 'zxing-wasm/reader';
import type { Corners } from '../../protocol/picture';
import type { Level } from '../../protocol/symbol';
import type { Zxing, ZxingOptions, ZxingRead } from './zxing';

/**
 * The part of the Emscripten module that is used; the package's own type leans on global types that
 * we do not load.
 */
interface ZxingModule {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  readBarcodesFromPixmap(pointer: number, width: number, height: number, options: ZXingReaderOptions): ReadVector;
}

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => object;
};

type ReadVector = ZXingVector<ZXingReadResult> & { delete?(): void };

const settings = (o: ZxingOptions): ZXingReaderOptions => ({
  formats: encodeFormats(o.formats),
  tryHarder: o.tryHarder ?? true,
  tryRotate: o.tryRotate ?? true,
  tryInvert: o.tryInvert ?? true,
  tryDownscale: o.tryDownscale ?? true,
  tryDenoise: o.tryDenoise ?? false,
  binarizer: BINARIZERS.indexOf(o.binarizer ?? 'LocalAverage'),
  isPure: o.isPure ?? false,
  downscaleThreshold: 500,
  downscaleFactor: o.downscaleFactor ?? 3,
  minLineCount: 2,
  maxNumberOfSymbols: 255,
  validateOptionalChecksum: true,
  returnErrors: o.returnErrors ?? false,
  eanAddOnSymbol: 0,
  textMode: TEXT_MODES.indexOf('Plain'),
  characterSet: CHARACTER_SETS.indexOf('Unknown'),
  tryCode39ExtendedMode: true,
});

/**
 * Loads the engine from its WebAssembly bytes (`zxing_reader.wasm` of the package); never asks the
 * network.
 * @throws Error when the bytes are no such module
 */
export async function loadZxingWasm(wasmBinary: Uint8Array): Promise<Zxing> {
  // At once: the thread has nothing else to do, and waiting for V8's own threads takes longer than
  // the work.
  const instantiateWasm = (imports: object, done: (instance: object) => void) => {
    done(new WebAssembly.Instance(new WebAssembly.Module(wasmBinary), imports));
    return {};
  };
  const loaded: unknown = await prepareZXingModule({ overrides: { instantiateWasm } as object, fireImmediately: true });
  const module = loaded as ZxingModule;

  const run = (bytes: Uint8Array, read: (pointer: number) => ReadVector): ZxingRead[] => {
    const pointer = module._malloc(Math.max(1, bytes.length));
    if (!pointer) throw new Error(`zxing-wasm has no memory for ${bytes.length} bytes`);
    try {
      module.HEAPU8.set(bytes, pointer);
      const vector = read(pointer);
      const reads = Array.from({ length: vector.size() }, (_, i) => toRead(vector.get(i)!));
      vector.delete?.();
      return reads;
    } finally {
      module._free(pointer);
    }
  };
  return {
    readGray: (gray, width, height, options) =>
      run(gray, (p) => module.readBarcodesFromPixmap(p, width, height, settings(options))),
  };
}

function toRead(raw: ZXingReadResult): ZxingRead {
  const { topLeft, topRight, bottomRight, bottomLeft } = raw.position;
  const extra = (raw.extra ? JSON.parse(raw.extra) : {}) as { DataMask?: number; Version?: string; ECLevel?: string };
  const { width, height, data } = raw.symbol;
  const square = width === height && data ? width : 0;
  const modules = new Uint8Array(square * square);
  for (let i = 0; i < modules.length; i++) modules[i] = data[i]! < 128 ? 1 : 0;
  const version = Number(extra.Version);
  return {
    valid: raw.isValid,
    // The symbology identifier alone tells model 1 (ISO/IEC 15424).
    format: raw.symbologyIdentifier === ']Q0' && raw.format === 'QRCode' ? 'QRCodeModel1' : raw.format,
    text: raw.text,
    bytes: Uint8Array.from(raw.bytes ?? []),
    hasEci: raw.hasECI,
    corners: [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => [x, y]) as Corners,
    mirrored: raw.isMirrored,
    inverted: raw.isInverted,
    ...(Number.isInteger(version) && version > 0 && { version }),
    ...(/^[LMQH]$/.test(extra.ECLevel ?? '') && { level: extra.ECLevel as Level }),
    ...(typeof extra.DataMask === 'number' && { mask: extra.DataMask }),
    ...(raw.sequenceSize > 0 && {
      part: { index: raw.sequenceIndex, count: raw.sequenceSize, parity: Number(raw.sequenceId) },
    }),
    modules,
    size: square,
    engine: 'zxing-wasm',
  };
}
