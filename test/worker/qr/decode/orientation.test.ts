/** What a file says of its orientation, also a damaged one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orientationOf } from '../../../../src/worker/qr/decode/orientation';

const FRAME = 'ffc0000b080001000101011100';

/** A JPEG's beginning with an Exif segment of these hexadecimal digits. */
const jpeg = (tiff: string) => {
  const content = `457869660000${tiff}`;
  const length = (content.length / 2 + 2).toString(16).padStart(4, '0');
  return Buffer.from(`ffd8ffe1${length}${content}${FRAME}ffd9000000`, 'hex');
};
const big = (value: string) => `4d4d002a0000000800010112000300000001${value}000000000000`;

it.each([
  [big('0006'), 6],
  ['49492a0008000000010012010300010000000800000000000000', 8],
  [big('0001'), undefined],
  [big('0000'), undefined],
  [big('0009'), undefined],
  // Cut off, a directory that points nowhere, and one that points at itself.
  ['4d4d002a', undefined],
  ['4d4d002affffffff', undefined],
  ['4d4d002a00000004', undefined],
  ['', undefined],
])('%s: %s', (tiff, orientation) => {
  expect(orientationOf(jpeg(tiff), 'jpeg')).toBe(orientation);
});

it('asks neither other files nor what follows the header', () => {
  expect(orientationOf(jpeg(big('0006')), 'png')).toBeUndefined();
  const late = Buffer.concat([Buffer.from(`ffd8${FRAME}`, 'hex'), jpeg(big('0006')).subarray(2)]);
  expect(orientationOf(late, 'jpeg')).toBeUndefined();
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom('jpeg', 'tiff'), (bytes, type) => {
      orientationOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, ...bytes), type);
    }),
  );
});
