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

/** @returns undefined when there is no frame header */
export function frameHeader(bytes: Uint8Array): FrameHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let isRgb = false;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const [height, width, count] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9]!];
      const names = Array.from({ length: count }, (_, i) => bytes[at + 10 + 3 * i] ?? 0);
      return { width, height, isRgb: count === 3 && (isRgb || hasRgbNames(names)) };
    }
    if (marker === 0xee) isRgb = isAdobeRgb(bytes.subarray(at + 4, at + 2 + view.getUint16(at + 2)));
    const alone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : alone ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
