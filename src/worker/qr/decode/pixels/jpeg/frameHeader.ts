/** What a JPEG says of its picture before its first scan (ITU-T T.81 B.2). */
import { hasRgbNames, isAdobeRgb } from './frame';

interface FrameHeader {
  width: number;
  height: number;
  /**
   * Whether its three components are red, green and blue and not luminance and colour differences.
   */
  isRgb: boolean;
}

interface Segment {
  marker: number;
  /** Behind its length. */
  content: Uint8Array;
}

/** The segments up to the frame header, which is the last; one that is cut off ends the list. */
export function* segmentsBeforeScan(bytes: Uint8Array): Generator<Segment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1]!;
    const alone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (!alone) yield { marker, content: bytes.subarray(at + 4, at + 2 + view.getUint16(at + 2)) };
    if (isFrame(marker)) return;
    at += marker === 0xff ? 1 : alone ? 2 : 2 + view.getUint16(at + 2);
  }
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** @returns undefined when there is no frame header */
export function frameHeader(bytes: Uint8Array): FrameHeader | undefined {
  let isRgb = false;
  for (const { marker, content } of segmentsBeforeScan(bytes)) {
    if (marker === 0xee) isRgb = isAdobeRgb(content);
    if (!isFrame(marker)) continue;
    const at = content.byteOffset - bytes.byteOffset;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    const [height, width, count] = [view.getUint16(1), view.getUint16(3), view.getUint8(5)];
    const names = Array.from({ length: count }, (_, i) => bytes[at + 6 + 3 * i] ?? 0);
    return { width, height, isRgb: count === 3 && (isRgb || hasRgbNames(names)) };
  }
  return undefined;
}
