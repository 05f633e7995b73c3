/** Header segments that the package `qrcode` does not know: character set and structured append. */
import type { Segment } from './segments';

/** Extended channel interpretation of UTF-8 (AIM ITS/04-023). */
const utf8Assignment = 26;

/**
 * Says that the bytes after it are UTF-8 (ISO/IEC 18004:2024 §7.4.3.2: assignments up to 127 are
 * one byte that starts with a zero bit).
 */
export const utf8Header = (): Segment => ({ mode: 'eci', characters: 0, data: Uint8Array.of(utf8Assignment) });

/** The text is the same in every character set a reader would guess, so no header is needed. */
export const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** Most symbols that one message can be divided into. */
export const maxParts = 16;

/**
 * The header of one symbol of a set; it comes before all others (ISO/IEC 18004:2024 §8.2: position
 * and count less one in four bits each, parity in eight).
 * @param index from 0
 * @param count 2 to 16
 */
export const appendHeader = (index: number, count: number, parity: number): Segment => ({
  mode: 'structured-append',
  characters: 0,
  data: Uint8Array.of((index << 4) | (count - 1), parity),
});

/** All bytes of the whole message, exclusive or (§8.3). */
export const parityOf = (bytes: Uint8Array): number => bytes.reduce((parity, byte) => parity ^ byte, 0);
