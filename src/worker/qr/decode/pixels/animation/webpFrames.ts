/**
 * The frames of an animated WebP as still files (WebP container specification): a frame holds 16
 * bytes on itself, then the chunks of a picture.
 */

export interface WebpFrame {
  file: Uint8Array;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Bit 0: cleared afterwards; bit 1: replaces what is there. */
  flags: number;
}

const chunkName = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Nothing for a file that is not animated. */
export function* webpFrames(bytes: Uint8Array): Generator<WebpFrame> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30 || chunkName(bytes, 12) !== 'VP8X' || !(bytes[20]! & 0x02)) return;
  const uint24 = (at: number) => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (chunkName(bytes, at) === 'ANMF' && at + 32 <= bytes.length)
      yield {
        file: stillFile(bytes, at + 8, size),
        left: 2 * uint24(at + 8),
        top: 2 * uint24(at + 11),
        width: 1 + uint24(at + 14),
        height: 1 + uint24(at + 17),
        flags: bytes[at + 23]!,
      };
    at += 8 + size + (size & 1);
  }
}

function stillFile(bytes: Uint8Array, at: number, size: number): Uint8Array {
  const chunks = bytes.subarray(at + 16, at + size);
  const hasAlpha = chunkName(chunks, 0) === 'ALPH';
  const head = new Uint8Array(hasAlpha ? 30 : 12);
  const view = new DataView(head.buffer);
  head.set([0x52, 0x49, 0x46, 0x46]); // RIFF
  view.setUint32(4, head.length - 8 + chunks.length, true);
  head.set([0x57, 0x45, 0x42, 0x50], 8); // WEBP
  if (hasAlpha) {
    head.set([0x56, 0x50, 0x38, 0x58], 12); // VP8X, 10 bytes: flags, then the size less one as the frame gives it
    view.setUint32(16, 10, true);
    head[20] = 0x10;
    head.set(bytes.subarray(at + 6, at + 12), 24);
  }
  const file = new Uint8Array(head.length + chunks.length);
  file.set(head);
  file.set(chunks, head.length);
  return file;
}
