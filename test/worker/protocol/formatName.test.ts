import { expect, it } from 'vitest';
import { formatName, isQr } from '../../../src/worker/protocol/formatName';

it('names symbologies as people know them', () => {
  expect(['QRCode', 'EAN13', 'Code128', 'DataMatrix', 'PDF417', 'constructor'].map(formatName)).toEqual([
    'QR Code',
    'EAN-13',
    'Code 128',
    'Data Matrix',
    'PDF417',
    'constructor',
  ]);
});

it('knows the QR Code family', () => {
  expect(['QRCode', 'QRCodeModel1', 'MicroQRCode', 'RMQRCode'].every(isQr)).toBe(true);
  expect(['Aztec', 'EAN13', 'DataMatrix'].some(isQr)).toBe(false);
});
