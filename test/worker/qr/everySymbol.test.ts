/**
 * Every version, level and mask: the modules are those of another encoder, and other decoders read
 * them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanImageData } from '@undecaf/zbar-wasm';
import { describe, expect, it } from 'vitest';
import { readSymbolPixels } from '../../../src/worker/qr/decode/decodeImage';
import { decodeModulesWithLibrary } from '../../../src/worker/qr/decode/zxingModules';
import { encode } from '../../../src/worker/qr/encode';
import { resolveLook } from '../../../src/worker/qr/render/look';
import { grayPixels, sideOf } from '../../../src/worker/qr/render/pixels';
import { rgbaOf } from './decode/drawSymbol';
import { testEngine } from './decode/engine';
import { combinations, digestOf, modeOf, rowsOf, textOf } from './everySymbol';

const engine = await testEngine();
/**
 * What zint drew, a digest for the eight masks of each version and level: written by
 * bench/makeEvery.ts.
 */
const zint = JSON.parse(readFileSync(join(__dirname, '../../fixtures/symbols/zint.json'), 'utf8')) as {
  digests: Record<string, string>;
};

describe('every symbol', () => {
  it('has the modules that zint draws, in all 1280 combinations of version, level and mask', {
    timeout: 120_000,
  }, () => {
    const digests: Record<string, string> = {};
    for (let start = 0; start < combinations.length; start += 8) {
      const { version, level } = combinations[start]!;
      const rows = combinations
        .slice(start, start + 8)
        .map((each) => rowsOf(encode(textOf(each, modeOf(each)), each).symbol.modules));
      digests[`${version}-${level}`] = digestOf(rows);
    }
    expect(digests).toEqual(zint.digests);
  });

  // Every version, and over all of them every pair of level and mask; the whole product is read by
  // bench/makeEvery.ts.
  const some = Array.from({ length: 40 }, (_, i) => combinations[i * 32 + ((i * 5) % 32)]!);

  it.each(some)('$version-$level, mask $mask is read by ours, zbar and @zxing/library', async (combination) => {
    const text = textOf(combination, modeOf(combination));
    const { symbol } = encode(text, combination);
    const look = resolveLook({ scale: 3 });
    const side = sideOf(symbol, look);
    const gray = grayPixels(symbol, look);
    const image = {
      data: new Uint8ClampedArray(rgbaOf({ data: gray, width: side, height: side })),
      width: side,
      height: side,
    };
    const zbar = await scanImageData({ ...image, colorSpace: 'srgb' } as unknown as Parameters<
      typeof scanImageData
    >[0]);
    expect({
      ours: readSymbolPixels(gray, side, side, engine).map((read) => read.text),
      zbar: zbar.map((read) => read.decode()),
      library: decodeModulesWithLibrary(symbol.modules, symbol.size)?.text ?? null,
    }).toEqual({ ours: [text], zbar: [text], library: text });
  });
});
