/** Windows icons hold PNG or BMP pictures of several sizes: the largest as a file of its own. */

const HEAD = 14;

/**
 * @returns undefined for what is no icon; the bytes are parts of the given ones, or for a bitmap a
 * copy with the head that it lacks
 */
export function icoPicture(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < 22 || bytes[0] || bytes[1] || bytes[2] !== 1 || bytes[3]) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = Array.from({ length: Math.min(view.getUint16(4, true), 256) }, (_, i) => 6 + 16 * i)
    .filter((at) => at + 16 <= bytes.length)
    .map((at) => ({
      side: bytes[at] || 256,
      length: view.getUint32(at + 8, true),
      offset: view.getUint32(at + 12, true),
    }))
    .filter(({ length, offset }) => length >= 40 && offset + length <= bytes.length)
    .sort((a, b) => b.side - a.side || b.length - a.length);
  const [largest] = entries;
  if (!largest) return undefined;
  const picture = bytes.subarray(largest.offset, largest.offset + largest.length);
  return picture[0] === 0x89 ? picture : bitmapFile(picture);
}

/** The bitmap's height counts its mask, too, which stands behind the rows. */
function bitmapFile(picture: Uint8Array): Uint8Array | undefined {
  const file = new Uint8Array(HEAD + picture.length);
  file.set([0x42, 0x4d]);
  file.set(picture, HEAD);
  const view = new DataView(file.buffer);
  if (view.getUint32(HEAD, true) !== 40) return undefined;
  const depth = view.getUint16(HEAD + 14, true);
  const colours = depth <= 8 ? view.getUint32(HEAD + 32, true) || 1 << depth : 0;
  view.setInt32(HEAD + 8, view.getInt32(HEAD + 8, true) >> 1, true);
  view.setUint32(10, HEAD + 40 + 4 * colours, true);
  return file;
}
