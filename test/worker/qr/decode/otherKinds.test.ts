import { expect, it } from 'vitest';
import { asFailure } from '../../../../src/worker/protocol/errors';
import { readHeader } from '../../../../src/worker/qr/decode/pictureHeader';

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const failureOf = (text: string) => {
  try {
    readHeader(bytes(text), 1e8);
  } catch (error) {
    return asFailure(error, 'en');
  }
  return undefined;
};

it.each([
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['HEIC', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
  ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0avifmif1'],
  ['AVIF', '\0\0\0\x1cftypmif1\0\0\0\0mif1avif'],
  ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n'],
  ['JPEG 2000', '\xff\x4f\xff\x51\0\x2f'],
  ['JPEG XL', '\xff\x0a\xfa'],
  ['JPEG XL', '\0\0\0\x0cJXL \r\n'],
  ['PSD', '8BPS\0\x01'],
  ['PDF', '%PDF-1.7'],
  ['SVG', '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg">'],
  ['SVG', '<svg viewBox="0 0 1 1"/>'],
  ['BigTIFF', 'II+\0\x08\0'],
  ['PNM', 'P5 10 10 255\n'],
])('names %s', (type, start) => {
  expect(failureOf(start)).toMatchObject({ code: 'picture-kind-unread', data: { type } });
});

it.each([
  ['ZIP', 'PK\x03\x04rest'],
  ['HTML', '<!DOCTYPE html><html>'],
  ['XML', '<?xml version="1.0"?><note/>'],
  ['text', 'Hello'],
  ['01 02 03 04', '\x01\x02\x03\x04\x05'],
])('says what looks like %s and is no picture', (looksLike, start) => {
  expect(failureOf(start)).toMatchObject({ code: 'picture-unknown-type', data: { looksLike } });
});
