/**
 * The smallest frame of a PDF file (ISO 32000-1 §7.5): header, objects, cross-reference table,
 * trailer. No dates, so equal input gives equal bytes.
 */

import { joinBytes } from '../../text/joinBytes';
import { deflate } from '../decode/pixels/fflateDeflate';

export interface PdfPage {
  /** Points, written as PDF numbers. */
  width: string;
  height: string;
  /** Of `pdfContent`. */
  content: Uint8Array;
}

/** Content stream operators (ASCII), compressed. */
export const pdfContent = (operators: string): Uint8Array => deflate(ascii(operators));

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A PDF text string in any script (§7.9.2.2): UTF-16 with byte order mark, as hexadecimal. */
export function pdfText(text: string): string {
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return `<${hex}>`;
}

/**
 * Objects 5 to 7: a Song face that PDF readers bring themselves (§9.7.5.2), its codes UCS-2.
 * Nothing is embedded.
 */
const chineseFont = [
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 7 0 R>>',
  '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
];

/**
 * @param info entries of the document information dictionary, values as PDF objects
 * @param images image objects, drawn by every page as /I0, /I1 …; /F1 is Helvetica, /F2 is for
 * Chinese
 */
export function pdfFile(
  pages: readonly PdfPage[],
  info: Record<string, string> = {},
  images: readonly string[] = [],
): Uint8Array {
  const firstImage = 8;
  const pageObject = (index: number) => firstImage + images.length + 2 * index;
  const drawn = images.map((_, i) => `/I${i} ${firstImage + i} 0 R`).join('');
  const objects: (string | (string | Uint8Array)[])[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${pageObject(i)} 0 R`).join(' ')}]>>`,
    `<<${Object.entries(info)
      .map(([name, value]) => `/${name} ${value}`)
      .join('')}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...chineseFont,
    ...images,
    ...pages.flatMap(({ width, height, content }, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</Font<</F1 4 0 R/F2 5 0 R>>/XObject<<${drawn}>>>>/Contents ${pageObject(i) + 1} 0 R>>`,
      [`<</Length ${content.length}/Filter/FlateDecode>>stream\n`, content, '\nendstream'],
    ]),
  ];
  const chunks: Uint8Array[] = [];
  let length = 0;
  const put = (...parts: (string | Uint8Array)[]) => {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? ascii(part) : part;
      chunks.push(bytes);
      length += bytes.length;
    }
  };
  // The second line tells whoever moves the file that it is no text (§7.5.2).
  put('%PDF-1.4\n', Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    put(`${i + 1} 0 obj\n`, ...[object].flat(), '\nendobj\n');
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  put(
    `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R/Info 3 0 R>>\nstartxref\n${length}\n%%EOF\n`,
  );
  return joinBytes(chunks);
}
