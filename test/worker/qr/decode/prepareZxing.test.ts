/**
 * Where WebAssembly cannot be had, the TypeScript port of ZXing makes the proofs and reads clean
 * pictures.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeImage, prepareEngine } from '../../../../src/worker/qr/decode/decodeImage';
import { prepareZxing } from '../../../../src/worker/qr/decode/prepareZxing';
import { libraryEngine } from '../../../../src/worker/qr/decode/zxingLibrary';
import { encode } from '../../../../src/worker/qr/encode';
import { verify } from '../../../../src/worker/qr/verify';
import { bmp } from './bmp';

const text = 'https://example.com/设备?n=7';
const bytes = new TextEncoder().encode(text);

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['no WebAssembly', undefined],
  [
    'a policy that forbids it',
    {
      Module: class {
        constructor() {
          throw new Error('wasm code generation disallowed');
        }
      },
    },
  ],
])('with %s', (_, WebAssembly) => {
  it('proves a symbol by the library alone', async () => {
    vi.stubGlobal('WebAssembly', WebAssembly);
    const engine = await prepareZxing(new Uint8Array());
    expect(engine).toBe(libraryEngine);
    expect(verify(encode(text).symbol, bytes, engine)).toEqual({ engines: ['@zxing/library'] });
    expect(() => verify(encode(text).symbol, new Uint8Array(3), engine)).toThrow('not-read-back');
  });

  it('reads a picture, with corners and content', async () => {
    vi.stubGlobal('WebAssembly', WebAssembly);
    const engine = await prepareEngine(new Uint8Array(), () => 0);
    const { symbol } = encode(text);
    const { symbols, error } = decodeImage(bmp(symbol, 4, 4), {}, engine);
    expect(error).toBeUndefined();
    expect(symbols).toHaveLength(1);
    expect(symbols[0]).toMatchObject({
      text,
      bytes,
      engine: '@zxing/library',
      version: symbol.version,
      level: symbol.level,
    });
    const far = 16 + 4 * symbol.size;
    const corners = [
      [16, 16],
      [far, 16],
      [far, far],
      [16, far],
    ].flat();
    for (const [i, value] of symbols[0]!.corners.flat().entries())
      expect(Math.abs(value - corners[i]!)).toBeLessThan(4);
  });
});

it('refuses a damaged module where WebAssembly works', async () => {
  await expect(prepareZxing(Uint8Array.of(1, 2, 3))).rejects.toThrow();
});
