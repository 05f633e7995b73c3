/** An independent reading of a whole picture file: zxing-cpp's own picture readers and decoder. */
import { readBarcodes } from 'zxing-wasm/reader';
import { zxing } from './zxing';

/** The bytes of each QR code in a PNG or JPEG file. */
export async function readContents(file: Uint8Array): Promise<Uint8Array[]> {
  await zxing();
  return (await readBarcodes(file, { formats: ['QRCode'] })).map(({ bytes }) => bytes);
}

/** The same, taken as UTF-8. */
export const readTexts = async (file: Uint8Array): Promise<string[]> =>
  (await readContents(file)).map((bytes) => new TextDecoder().decode(bytes));
