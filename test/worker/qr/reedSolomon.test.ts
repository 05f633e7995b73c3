import fc from 'fast-check';
// @ts-expect-error The types know the package's front door only.
import ReedSolomonEncoder from 'qrcode/lib/core/reed-solomon-encoder.js';
import { expect, it } from 'vitest';
import { errorCorrection } from '../../../src/worker/qr/reedSolomon';

it('gives the codewords of the example in annex I of ISO/IEC 18004', () => {
  const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11];
  expect([...errorCorrection(Uint8Array.from(data), 10)]).toEqual([
    0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55,
  ]);
});

it('gives what the package qrcode gives, zeros at the start included', () => {
  const block = fc.uint8Array({ minLength: 1, maxLength: 123 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), block, fc.integer({ min: 2, max: 68 }), (zeros, rest, count) => {
      const data = Uint8Array.from([...new Array(zeros).fill(0), ...rest]);
      expect([...errorCorrection(data, count)]).toEqual([...new ReedSolomonEncoder(count).encode(data)]);
    }),
  );
});
