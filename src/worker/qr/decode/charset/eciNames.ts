/**
 * Character sets by their designator (AIM ITS/04-023), with the names of the Encoding Standard
 * where it has one.
 */

/**
 * 14 and 19 are reserved; 27 is ISO/IEC 646 in its international version, 170 its invariant part,
 * 899 eight-bit data that are no text.
 */
export const eciNames: Readonly<Record<number, string>> = {
  0: 'cp437',
  1: 'iso-8859-1',
  2: 'cp437',
  3: 'iso-8859-1',
  4: 'iso-8859-2',
  5: 'iso-8859-3',
  6: 'iso-8859-4',
  7: 'iso-8859-5',
  8: 'iso-8859-6',
  9: 'iso-8859-7',
  10: 'iso-8859-8',
  11: 'iso-8859-9',
  12: 'iso-8859-10',
  13: 'iso-8859-11',
  15: 'iso-8859-13',
  16: 'iso-8859-14',
  17: 'iso-8859-15',
  18: 'iso-8859-16',
  20: 'shift_jis',
  21: 'windows-1250',
  22: 'windows-1251',
  23: 'windows-1252',
  24: 'windows-1256',
  25: 'utf-16be',
  26: 'utf-8',
  27: 'us-ascii',
  28: 'big5',
  29: 'gb18030',
  30: 'euc-kr',
  31: 'gbk',
  32: 'gb18030',
  33: 'utf-16le',
  34: 'utf-32be',
  35: 'utf-32le',
  170: 'us-ascii',
  899: 'binary',
};
