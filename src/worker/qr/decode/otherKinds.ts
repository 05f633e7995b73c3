/**
 * Files that are no pictures for this reader: what they are, by their first bytes, so that the user
 * is told what to do.
 */

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** By the beginning of the file. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^%PDF/, 'PDF'],
  [/^%!PS|^\xc5\xd0\xd3\xc6/, 'PostScript'],
  [/^8BPS/, 'PSD'],
  [/^\xff\x0a|^\0\0\0\x0cJXL /, 'JPEG XL'],
  [/^\0\0\0\x0cjP {2}|^\xff\x4f\xff\x51/, 'JPEG 2000'],
  [/^(II\+\0|MM\0\+)/, 'BigTIFF'],
  [/^II\xbc/, 'JPEG XR'],
  [/^\0\0\x02\0/, 'CUR'],
  [/^\xd7\xcd\xc6\x9a/, 'WMF'],
  [/^qoif/, 'QOI'],
  [/^P[1-7][\s#]/, 'PNM'],
  [/^DDS /, 'DDS'],
  [/^gimp xcf/, 'XCF'],
  [/^AT&TFORM/, 'DjVu'],
  [/^\x8aMNG/, 'MNG'],
  [/^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i, 'SVG'],
];

/** Brands of ISO base media files (ISO/IEC 14496-12), the first in the file. */
const brands: readonly (readonly [RegExp, string])[] = [
  [/^avi[fs]/, 'AVIF'],
  [/^(hei|hev|mif1|msf1)/, 'HEIC'],
  [/^jp[2xm]/, 'JPEG 2000'],
  [/^crx/, 'CR3'],
  [/^(isom|iso\d|mp4|M4V|qt|avc1|3g)/, 'MP4'],
];

/** The name of a kind of picture or document that is not read here; undefined for anything else. */
export function otherPicture(bytes: Uint8Array): string | undefined {
  const head = ascii(bytes, 0, 1024);
  const brand = /^....ftyp(....)/s.exec(head)?.[1];
  const [list, text] = brand === undefined ? [beginnings, head] : [brands, brand];
  // AVIF and HEIC may name a general brand first and their own among the others.
  if (brand && /^(mif1|msf1)/.test(brand) && /avi[fs]/.test(head.slice(16, 64))) return 'AVIF';
  return list.find(([pattern]) => pattern.test(text))?.[1];
}

/** A few words for the error message: archive, page, text, or the first bytes in hex. */
export function looksLike(bytes: Uint8Array): string {
  const head = ascii(bytes, 0, 64);
  if (head.startsWith('PK\x03\x04')) return 'ZIP';
  if (/^\s*<(!doctype html|html)/i.test(head)) return 'HTML';
  if (/^\s*<\?xml/i.test(head)) return 'XML';
  const sample = bytes.subarray(0, 256);
  if (sample.every((b) => b === 9 || b === 10 || b === 13 || b >= 32)) return 'text';
  return Array.from(bytes.subarray(0, 4), (b) => b.toString(16).padStart(2, '0')).join(' ');
}
