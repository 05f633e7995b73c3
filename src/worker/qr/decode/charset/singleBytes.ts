/**
 * Character sets of one byte a character that a runtime's TextDecoder lacks or has wrong: Node 20
 * takes windows-1252 for Latin-1.
 */

/**
 * From the byte 0x80 on (0x20 bytes, the rest is Latin-1), code page 1252 as the Encoding Standard
 * has it.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0';

/** From the byte 0xa0 on. */
const ISO_8859_16 =
  '\xa0ĄąŁ€„Š§š©Ș«Ź\xadźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ';

const latin1 = (byte: number) => String.fromCharCode(byte);

/** The character of a byte in each of them. */
export const singleBytes: Readonly<Record<string, (byte: number) => string>> = {
  'iso-8859-1': latin1,
  binary: latin1,
  'us-ascii': (byte) => (byte < 0x80 ? latin1(byte) : '\ufffd'),
  'windows-1252': (byte) => WINDOWS_1252[byte - 0x80] ?? latin1(byte),
  cp437: (byte) => CP437[byte - 0x80] ?? latin1(byte),
  'iso-8859-16': (byte) => ISO_8859_16[byte - 0xa0] ?? latin1(byte),
};
