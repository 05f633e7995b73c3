/**
 * The TypeScript port of ZXing as an engine, where there is no WebAssembly: it finds one symbol in a
 * picture.
 */
import BinaryBitmap from '@zxing/library/cjs/core/BinaryBitmap.js';
import BitMatrix from '@zxing/library/cjs/core/common/BitMatrix.js';
import HybridBinarizer from '@zxing/library/cjs/core/common/HybridBinarizer.js';
import DecodeHintType from '@zxing/library/cjs/core/DecodeHintType.js';
import Detector from '@zxing/library/cjs/core/qrcode/detector/Detector.js';
import type ResultPoint from '@zxing/library/cjs/core/ResultPoint.js';
import RGBLuminanceSource from '@zxing/library/cjs/core/RGBLuminanceSource.js';
import type { Corners } from '../../protocol/picture';
import type { Zxing, ZxingRead } from './zxing';
import { decodeModulesWithLibrary, LIBRARY } from './zxingModules';

const TRY_HARDER = new Map([[DecodeHintType.TRY_HARDER, true]]);
/** From the centre of a finder to the edges of the symbol, in modules. */
const TO_EDGE = 3.5;

/**
 * Finds and reads at most one dark-on-light QR Code in a picture: as a clean upright symbol alone
 * in it, or else by its finders.
 * @param gray width * height bytes of luminance, row by row
 */
export function readGrayWithLibrary(gray: Uint8Array, width: number, height: number): ZxingRead | null {
  const source = new RGBLuminanceSource(
    new Uint8ClampedArray(gray.buffer, gray.byteOffset, gray.length),
    width,
    height,
  );
  try {
    const picture = new BinaryBitmap(new HybridBinarizer(source)).getBlackMatrix();
    return readSampled(aloneIn(picture)) ?? readSampled(detectedIn(picture));
  } catch {
    return null;
  }
}

interface Sampled {
  bits: BitMatrix;
  corners: Corners;
}

function readSampled(sampled: Sampled | null): ZxingRead | null {
  if (!sampled) return null;
  const { bits, corners } = sampled;
  const size = bits.getHeight();
  const modules = Uint8Array.from({ length: size * size }, (_, i) => Number(bits.get(i % size, Math.floor(i / size))));
  const read = decodeModulesWithLibrary(modules, size);
  if (!read) return null;
  const seen = { version: (size - 17) / 4, hasEci: false, mirrored: false, inverted: false, engine: LIBRARY };
  return { valid: true, format: 'QRCodeModel2', ...read, corners, modules, size, ...seen };
}

/**
 * All that is dark taken for one symbol, whose first row begins with the seven modules of a finder.
 */
function aloneIn(picture: BitMatrix): Sampled | null {
  const [left, top, width, height] = picture.getEnclosingRectangle();
  let run = 0;
  while (run < width! && picture.get(left! + run, top!)) run++;
  const size = Math.round((7 * width!) / run);
  if (width !== height || size % 4 !== 1 || size < 21 || size > 177) return null;
  const bits = new BitMatrix(size);
  const at = (module: number) => Math.floor(((module + 0.5) * width!) / size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (picture.get(left! + at(x), top! + at(y))) bits.set(x, y);
  const [right, bottom] = [left! + width!, top! + height!];
  return {
    bits,
    corners: [
      [left!, top!],
      [right, top!],
      [right, bottom],
      [left!, bottom],
    ],
  };
}

function detectedIn(picture: BitMatrix): Sampled | null {
  try {
    const found = new Detector(picture).detect(TRY_HARDER);
    const bits = found.getBits();
    return { bits, corners: cornersOf(found.getPoints(), bits.getHeight()) };
  } catch {
    return null;
  }
}

/** Those of a parallelogram, from the centres of the finders: bottom left, top left, top right. */
function cornersOf(centres: ResultPoint[], size: number): Corners {
  const [bottomLeft, topLeft, topRight] = centres.map((point) => [point.getX(), point.getY()] as const);
  const corner = (right: number, down: number) =>
    [0, 1].map((axis) => {
      const origin = topLeft![axis]!;
      return origin + ((topRight![axis]! - origin) * right + (bottomLeft![axis]! - origin) * down) / (size - 7);
    }) as [number, number];
  const far = size - TO_EDGE;
  return [corner(-TO_EDGE, -TO_EDGE), corner(far, -TO_EDGE), corner(far, far), corner(-TO_EDGE, far)];
}

/**
 * The engine where WebAssembly cannot be had: one upright, clean, dark symbol a picture, which is
 * what symbols of ours are.
 */
export const libraryEngine: Zxing = {
  readGray(gray, width, height) {
    const read = readGrayWithLibrary(gray, width, height);
    return read ? [read] : [];
  },
};
