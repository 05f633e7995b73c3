/** What a reader throws is told as what it is: damage, or a mistake that no file can make. */
import { afterEach, expect, it } from 'vitest';
import { changedFile } from '../../../../../src/worker/protocol/changedFile';
import { asFailure, fault } from '../../../../../src/worker/protocol/errors';
import { codecs, prepareCodecs } from '../../../../../src/worker/qr/codecs';
import { decodeImage } from '../../../../../src/worker/qr/decode/decodeImage';
import { orDamaged } from '../../../../../src/worker/qr/decode/pixels/orDamaged';
import { readPng, writePng } from '../../../../../src/worker/qr/png';
import { testEngine } from '../engine';

const ours = codecs();
afterEach(() => prepareCodecs(ours));

const codeOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return asFailure(error, 'en').code;
  }
  return undefined;
};
const throws = (error: unknown) => () => {
  throw error;
};

it.each([
  ['picture-damaged', new RangeError('Offset is outside the bounds of the DataView')],
  ['picture-damaged', new TypeError("Cannot read properties of undefined (reading 'length')")],
  ['picture-damaged', 'a text, as some libraries throw'],
  ['picture-kind-unread', fault('picture-kind-unread', { type: 'TIFF (7)' })],
  ['file-changed', changedFile('/opt/partPng.js')],
  ['internal', new RangeError('Array buffer allocation failed')],
] as const)('%s', (code, error) => {
  expect(codeOf(() => orDamaged('gif', throws(error)))).toBe(code);
});

it('calls no picture damaged because a shipped file was changed, or a host forgot its codecs', () => {
  const png = writePng(new Uint8Array(4), 2, 2);
  prepareCodecs({ ...ours, decodePng: throws(changedFile('/opt/partPng.js')) });
  expect(codeOf(() => readPng(png))).toBe('file-changed');
  prepareCodecs(undefined as never);
  expect(codeOf(() => readPng(png))).toBe('internal');
});

it('answers a bitmap of 17 bits a pixel, which was found by damaging files', async () => {
  const side = 29;
  const row = 64;
  const file = new Uint8Array(54 + row * side);
  const view = new DataView(file.buffer);
  file.set([0x42, 0x4d]);
  for (const [i, value] of [file.length, 0, 54, 40, side, side].entries()) view.setUint32(2 + 4 * i, value, true);
  view.setUint16(28, 17, true);
  expect(decodeImage(file, {}, await testEngine()).error?.code).toBe('picture-damaged');
});
