/** Symbologies beside the QR Code family, drawn by an independent encoder. */
import bwipjs from 'bwip-js/node';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Formats } from '../../../../src/worker/protocol/picture';
import { type DecodeEngine, decodeImage } from '../../../../src/worker/qr/decode/decodeImage';
import { writePng } from '../../../../src/worker/qr/png';
import { drawModules } from './drawModules';
import { testEngine } from './engine';

let engine: DecodeEngine;
beforeAll(async () => {
  engine = await testEngine();
});

const draw = (bcid: string, text: string, more: object = {}) =>
  bwipjs.toBuffer({ bcid, text, scale: 3, padding: 12, backgroundcolor: 'FFFFFF', ...more });
const read = (bytes: Uint8Array, formats: Formats) => decodeImage(bytes, { formats }, engine);

const drawn: [bcid: string, text: string, format: string, said: string, more?: object][] = [
  ['datamatrix', 'Hello Data Matrix', 'DataMatrix', 'Hello Data Matrix'],
  ['azteccode', 'Hello Aztec', 'Aztec', 'Hello Aztec'],
  ['pdf417', 'Hello PDF417', 'PDF417', 'Hello PDF417'],
  ['ean13', '590123412345', 'EAN13', '5901234123457'],
  ['ean8', '9638507', 'EAN8', '96385074'],
  ['upce', '0123456', 'UPCE', '0012345000065'],
  ['code128', 'Hello 128', 'Code128', 'Hello 128'],
  ['code39', 'HELLO39', 'Code39', 'HELLO39N', { includecheck: true }],
  ['code93', 'HELLO93', 'Code93', 'HELLO93', { includecheck: true }],
  ['interleaved2of5', '1234567', 'ITF', '12345670', { includecheck: true }],
  ['rationalizedCodabar', 'A1234567A', 'Codabar', 'A1234567A'],
];

describe('other codes', () => {
  it.each(drawn)('%s are read when they are asked for, and only then', async (bcid, text, format, said, more) => {
    const bytes = await draw(bcid, text, more);
    expect(read(bytes, 'all').symbols).toMatchObject([{ format, text: said }]);
    expect(read(bytes, 'qr').symbols).toEqual([]);
  });

  it.each(['code39', 'interleaved2of5'])('%s without a check digit is not believed', async (bcid) => {
    expect(read(await draw(bcid, '12345678'), 'all').symbols).toEqual([]);
  });

  it('a wrong check digit is not believed', async () => {
    const bytes = await draw('ean13', '5901234123457');
    const { data, width, height } = PNG.sync.read(bytes);
    // One bar of the last digit wider.
    const at = (x: number, y: number) => 4 * (y * width + x);
    const middle = height >> 1;
    const black = (x: number) => data[at(x, middle)]! < 128;
    let right = width - 1;
    while (!black(right)) right--;
    const edge = right - 3 * 8;
    for (let y = 0; y < height; y++) for (let x = edge; x < edge + 6; x++) data.fill(0, at(x, y), at(x, y) + 3);
    const spoilt = PNG.sync.write(Object.assign(new PNG({ width, height }), { data }));
    expect(read(spoilt, 'all').symbols.map((symbol) => symbol.text)).not.toContain('5901234123457');
  });

  it('the QR Code family is read without being asked for', () => {
    const png = ({ data, width, height }: ReturnType<typeof drawModules>) => writePng(data, width, height);
    expect(read(png(drawModules('microqrcode', 'MICRO')), 'qr').symbols).toMatchObject([
      { format: 'MicroQRCode', text: 'MICRO' },
    ]);
    const wide = drawModules('rectangularmicroqrcode', 'rMQR here', { version: 'R11x43' });
    expect(read(png(wide), 'qr').symbols).toMatchObject([{ format: 'RMQRCode', text: 'rMQR here' }]);
  });
});
