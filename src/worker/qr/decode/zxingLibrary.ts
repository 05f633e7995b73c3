/** The second engine, the TypeScript port of ZXing: the only file that knows @zxing/library (by deep paths: a fifth of the whole). */
import BinaryBitmap from '@zxing/library/cjs/core/BinaryBitmap.js';
import BitMatrix from '@zxing/library/cjs/core/common/BitMatrix.js';
import HybridBinarizer from '@zxing/library/cjs/core/common/HybridBinarizer.js';
import DecodeHintType from '@zxing/library/cjs/core/DecodeHintType.js';
import Decoder from '@zxing/library/cjs/core/qrcode/decoder/Decoder.js';
import QRCodeReader from '@zxing/library/cjs/core/qrcode/QRCodeReader.js';
import RGBLuminanceSource from '@zxing/library/cjs/core/RGBLuminanceSource.js';

const TRY_HARDER = new Map([[DecodeHintType.TRY_HARDER, true]]);

/**
 * Decodes the modules of one QR Code (model 2) without any picture: 1 is dark, size * size, row by row.
 * @returns the text as the library understands it, or null when it is no readable symbol
 */
export function decodeModulesWithLibrary(modules: Uint8Array, size: number): string | null {
  const bits = new BitMatrix(size);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (modules[y * size + x]) bits.set(x, y);
  try {
    return new Decoder().decodeBitMatrix(bits).getText();
  } catch {
    return null;
  }
}

/**
 * Finds and reads at most one dark-on-light QR Code in a picture.
 * @param gray width * height bytes of luminance, row by row
 * @returns text and centre in pixels, or null
 */
export function readGrayWithLibrary(gray: Uint8Array, width: number, height: number): { text: string; centre: [number, number] } | null {
  const source = new RGBLuminanceSource(new Uint8ClampedArray(gray.buffer, gray.byteOffset, gray.length), width, height);
  try {
    const result = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), TRY_HARDER);
    const [bottomLeft, , topRight] = result.getResultPoints();
    if (!bottomLeft || !topRight) return null;
    return { text: result.getText(), centre: [(bottomLeft.getX() + topRight.getX()) / 2, (bottomLeft.getY() + topRight.getY()) / 2] };
  } catch {
    return null;
  }
}
