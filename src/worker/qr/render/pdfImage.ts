/**
 * A picture as a PDF image object (ISO 32000-1 §8.9.5): its PNG's compressed rows can be taken as
 * they are (§7.4.4.4, predictors).
 */
import type { RgbaPixels } from '../codecs';
import { writePng } from '../png';

/** The object's dictionary and stream, ASCII; see-through parts show the ground. */
export function pdfImage({ data, width, height }: RgbaPixels, ground: readonly [number, number, number]): string {
  const opaque = data.map((value, i) =>
    i % 4 === 3 ? 255 : Math.round(ground[i % 4]! + ((value - ground[i % 4]!) * data[i - (i % 4) + 3]!) / 255),
  );
  const stream = `${hex(compressedRows(writePng(opaque, width, height)))}>`;
  return (
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter[/ASCIIHexDecode/FlateDecode]` +
    `/DecodeParms[null<</Predictor 15/Colors 3/BitsPerComponent 8/Columns ${width}>>]/Length ${stream.length}>>stream\n${stream}\nendstream`
  );
}

/** The IDAT chunks of a PNG file, joined. */
function compressedRows(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found: number[] = [];
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at))
    if (view.getUint32(at + 4) === 0x49444154)
      for (const byte of png.subarray(at + 8, at + 8 + view.getUint32(at))) found.push(byte);
  return Uint8Array.from(found);
}

/** Two digits a byte. */
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
