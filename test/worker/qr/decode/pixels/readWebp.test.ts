import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { webp } from 'icodec/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { asFailure } from '../../../../../src/worker/protocol/errors';
import { readHeader } from '../../../../../src/worker/qr/decode/pictureHeader';
import { prepareWebp, readWebp } from '../../../../../src/worker/qr/decode/pixels/readWebp';

const require = createRequire(import.meta.url);
const [width, height] = [24, 17];

/** A few colours, see-through in the upper half where asked for. */
function picture(alpha: boolean): Uint8ClampedArray {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++)
    data.set([(i * 7) & 255, (i >> 2) & 255, 90, alpha && i < 200 ? 128 : 255], i * 4);
  return data;
}

beforeAll(async () => {
  await prepareWebp(() => readFileSync(require.resolve('icodec/webp-dec.wasm')));
  await webp.loadEncoder();
});
const encoded = (alpha: boolean, options: object) =>
  new Uint8Array(webp.encode({ data: picture(alpha), width, height, depth: 8 }, options));
const lossless = (alpha: boolean) => encoded(alpha, { lossless: true, exact: true });
const lossy = (alpha: boolean) => encoded(alpha, { quality: 95 });

/** An animation whose first frame is the given still file. */
function animated(still: Uint8Array): Uint8Array {
  const plain = String.fromCharCode(...still.subarray(12, 16)) === 'VP8X' ? still.subarray(30) : still.subarray(12);
  const frame = Buffer.alloc(24);
  frame.write('ANMF');
  frame.writeUInt32LE(16 + plain.length, 4);
  frame.writeUIntLE(width - 1, 14, 3);
  frame.writeUIntLE(height - 1, 17, 3);
  const head = Buffer.alloc(30 + 14);
  head.write('RIFF\0\0\0\0WEBPVP8X');
  head.writeUInt32LE(10, 16);
  head[20] = 0x12;
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  head.write('ANIM', 30);
  head.writeUInt32LE(6, 34);
  const file = Buffer.concat([head, frame, plain]);
  file.writeUInt32LE(file.length - 8, 4);
  return new Uint8Array(file);
}

describe('readWebp', () => {
  test.each([false, true])('lossless, see-through %s: every pixel', (alpha) => {
    const { data, ...size } = readWebp(lossless(alpha), { width, height });
    expect(size).toEqual({ width, height });
    expect([...data]).toEqual([...picture(alpha)]);
  });

  test.each([false, true])('lossy, see-through %s: nearly so', (alpha) => {
    const file = lossy(alpha);
    const { data } = readWebp(file, { width, height });
    expect(readHeader(file, 1e6)).toMatchObject({ type: 'webp', width, height, alpha });
    for (let i = 3; i < data.length; i += 4) expect(data[i]).toBe(picture(alpha)[i]);
  });

  test.each([false, true])('the first frame of an animation, see-through %s', (alpha) => {
    expect(readWebp(animated(lossy(alpha)), { width, height })).toEqual(readWebp(lossy(alpha), { width, height }));
  });

  test('damaged files are refused, never crashed on', () => {
    const files = [lossless(true), lossy(true), animated(lossy(false))];
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(), fc.nat(255), (file, cut, at, value) => {
        const damaged = file.slice(0, 12 + (cut % (file.length - 11)));
        damaged[12 + (at % (file.length - 12))] = value;
        try {
          const { data, ...size } = readWebp(damaged, { width, height });
          expect(data.length).toBe(size.width * size.height * 4);
        } catch (error) {
          expect(asFailure(error, 'en').code).toBe('picture-damaged');
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('a frame or picture that is larger than the file says is refused', () => {
  for (const file of [animated(lossy(false)), animated(lossless(false)), lossy(false), lossless(true), lossy(true)])
    expect(() => readWebp(file, { width: 10, height: 10 })).toThrow(
      expect.objectContaining({ code: 'picture-damaged' }),
    );
});
