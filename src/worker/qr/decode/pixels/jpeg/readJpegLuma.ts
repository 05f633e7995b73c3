/**
 * The luminance of a JPEG (ITU-T T.81), sequential or progressive: colour is passed over and never
 * computed.
 */
import type { Gray } from '../../gray';
import { type JpegScan, type Units, withJpegScan } from '../../wasm/jpegScan';
import { type Frame, isAdobeRgb, readFrame } from './frame';
import { scanFactors } from './scanFactors';

/** What the picture is decoded into: whole units, so mostly more than the picture. */
interface Canvas {
  stride: number;
  lines: number;
  /**
   * Where it lies in the decoder's memory: pixels, or of a progressive picture coefficients until
   * all scans are read.
   */
  place: number;
}

interface Luma {
  grays: [Gray];
  /**
   * False when codes are broken or the file breaks off: the rest is gray, or of a progressive
   * picture coarse.
   */
  whole: boolean;
}

/**
 * @param size as the caller has found and allowed it: a picture of another size is not decoded
 * @returns null for what this reader leaves to others: lossless and arithmetic coding, 12 bits, RGB
 * and CMYK, odd sampling, no scan at all
 */
export const readJpegLuma = (bytes: Uint8Array, size: Size): Luma | null =>
  withJpegScan((scan) => readWith(scan, bytes, size));

type Size = Pick<Frame, 'width' | 'height'>;

function readWith(scan: JpegScan, bytes: Uint8Array, size: Size): Luma | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const quantisations: Uint8Array[] = [];
  scan.reset();
  const file = scan.put(bytes);
  let frame: Frame | undefined;
  let canvas: Canvas | undefined;
  let interval = 0;
  let isRgb = false;
  let hasScan = false;
  let broken = false;
  let ended = false;
  for (let at = 2; at + 4 <= bytes.length + 2 && !ended; ) {
    const marker = bytes[at] === 0xff ? bytes[at + 1]! : 0xff;
    ended = marker === 0xd9;
    if (marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd9)) {
      at++;
      continue;
    }
    const end = at + 4 <= bytes.length ? at + 2 + view.getUint16(at + 2) : at;
    if (end <= at || end > bytes.length) break;
    const body = bytes.subarray(at + 4, end);
    at = end;
    if (marker === 0xdb && !addQuantisations(body, quantisations)) return null;
    else if (marker === 0xc4) addHuffman(body, scan);
    else if (marker === 0xdd) interval = (body[0]! << 8) | body[1]!;
    else if (marker === 0xee) isRgb = isAdobeRgb(body);
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
      if (frame) return null;
      frame = readFrame(body, marker, isRgb);
      if (frame?.width !== size.width || frame.height !== size.height) return null;
      canvas = canvasOf(frame, scan);
    } else if (marker === 0xda) {
      if (!frame || !canvas) return null;
      const units = describe(body, frame, interval, scan);
      // A scan of colour alone is passed over.
      if (!units) continue;
      const quantisation = quantisations[frame.components[0]!.quantisation];
      if (!quantisation) return null;
      new Float32Array(scan.bytes().buffer, scan.factorsAt(), 64).set(scanFactors(quantisation));
      aim(scan, frame, canvas, body);
      scan.decode(file + at, file + bytes.length, ...units);
      hasScan = true;
      broken ||= scan.isBroken() !== 0;
      at = scan.stoppedAt() - file;
      if (frame.progressive) continue;
      // A scan that breaks off so early may be no picture: others may know better.
      if (broken && at <= bytes.length / 2 && !interval) return null;
      return { grays: [cut(scan, frame, canvas)], whole: !broken };
    }
  }
  if (!frame || !canvas || !hasScan) return null;
  scan.transform(canvas.place, canvas.stride / 8, canvas.lines / 8, scan.take(canvas.stride * 8));
  return { grays: [cut(scan, frame, canvas)], whole: ended && !broken };
}

/** False for 16-bit tables, which only 12-bit pictures need. */
function addQuantisations(body: Uint8Array, tables: Uint8Array[]): boolean {
  for (let at = 0; at < body.length; at += 65) {
    if (body[at]! >> 4) return false;
    tables[body[at]! & 15] = Uint8Array.from({ length: 64 }, (_, k) => body[at + 1 + k] ?? 1);
  }
  return true;
}

function addHuffman(body: Uint8Array, scan: JpegScan): void {
  for (let at = 0; at + 17 <= body.length; ) {
    const slot = (body[at]! >> 4) * 4 + (body[at]! & 15);
    const total = body.subarray(at + 1, at + 17).reduce((sum, v) => sum + v, 0);
    scan.bytes().set(body.subarray(at + 1, at + 17 + Math.min(256, total)), scan.countsAt());
    if (body[at]! >> 4 < 2 && (body[at]! & 15) < 4) scan.huffman(slot);
    at += 17 + total;
  }
}

function canvasOf({ width, height, components, progressive }: Frame, scan: JpegScan): Canvas {
  const { horizontal, vertical } = components[0]!;
  const stride = Math.ceil(width / (8 * horizontal)) * horizontal * 8;
  const lines = Math.ceil(height / (8 * vertical)) * vertical * 8;
  const size = stride * lines * (progressive ? 2 : 1);
  const place = scan.take(size);
  scan.bytes().fill(progressive ? 0 : 128, place, place + size);
  return { stride, lines, place };
}

/**
 * Tells the decoder what a unit of the scan holds; undefined for a scan without luminance, or with
 * components that the frame has not.
 */
function describe(body: Uint8Array, frame: Frame, interval: number, scan: JpegScan): Units | undefined {
  const count = body[0]!;
  const { horizontal, vertical } = frame.components[0]!;
  let luma = -1;
  for (let i = 0; i < count; i++) {
    const index = frame.components.findIndex(({ id }) => id === body[1 + 2 * i]);
    if (index < 0 || i > 2) return undefined;
    if (index === 0) luma = i;
    const tables = body[2 + 2 * i]!;
    const { horizontal: across, vertical: down } =
      count === 1 ? { horizontal: 1, vertical: 1 } : frame.components[index]!;
    scan.component(i, across, down, (tables >> 4) & 3, tables & 3);
  }
  if (luma < 0) return undefined;
  const unit = count === 1 ? { across: 8, down: 8 } : { across: 8 * horizontal, down: 8 * vertical };
  return [count, luma, Math.ceil(frame.width / unit.across), Math.ceil(frame.height / unit.down), interval];
}

/** Tells the decoder what to make of the scan. */
function aim(scan: JpegScan, frame: Frame, { place, stride }: Canvas, body: Uint8Array): void {
  if (!frame.progressive) {
    scan.intoPixels(place, stride);
    return;
  }
  const [first, last, approximation] = body.subarray(1 + 2 * body[0]!) as unknown as [number, number, number];
  scan.intoBlocks(
    place,
    stride / 8,
    Math.min(63, first),
    Math.min(63, last),
    approximation >> 4,
    Math.min(13, approximation & 15),
  );
}

/** The picture out of its canvas, and out of the decoder's memory. */
function cut(scan: JpegScan, { width, height }: Frame, { place, stride }: Canvas): Gray {
  const from = scan.bytes().subarray(place);
  const data = new Uint8Array(width * height);
  if (stride === width) data.set(from.subarray(0, data.length));
  else for (let y = 0; y < height; y++) data.set(from.subarray(y * stride, y * stride + width), y * width);
  return { data, width, height };
}
