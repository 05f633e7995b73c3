/** An independent reading of a whole picture file: zxing-cpp's own picture readers and decoder. */
import { readBarcodes } from 'zxing-wasm/reader';
import { zxing } from './zxing';

/** The texts, taken as UTF-8, of the QR codes in a PNG or JPEG file. */
export async function readTexts(bytes: Uint8Array): Promise<string[]> {
  await zxing();
  const reads = await readBarcodes(bytes, { formats: ['QRCode'] });
  return reads.map((read) => new TextDecoder().decode(read.bytes));
}
