/**
 * Segments, the runs of one mode that a symbol's bit stream is made of: their lengths and their
 * bits (ISO/IEC 18004:2024 §7.4).
 */
import type { Mode } from '../protocol/symbol';
import type { BitWriter } from './bits';

export interface Segment {
  mode: Mode;
  /** What the character count indicator says; 0 for a header segment. */
  characters: number;
  /**
   * Bytes of the text in numeric (ASCII digits), alphanumeric (ASCII) and byte mode; the header's
   * values in the others.
   */
  data: Uint8Array;
}

const alphanumericCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Value of an ASCII code in the alphanumeric table, or -1 (§7.4.4, table 5). */
export const alphanumericValues = Int8Array.from({ length: 256 }, (_, code) =>
  alphanumericCharacters.indexOf(String.fromCharCode(code)),
);

const indicators: Record<Mode, number> = {
  numeric: 1,
  alphanumeric: 2,
  'structured-append': 3,
  byte: 4,
  eci: 7,
  kanji: 8,
  hanzi: 13,
};

/**
 * Bits of the character count indicator for versions 1 to 9, 10 to 26 and 27 to 40 (§7.4.1, table
 * 3).
 */
const countBits: Partial<Record<Mode, [number, number, number]>> = {
  numeric: [10, 12, 14],
  alphanumeric: [9, 11, 13],
  byte: [8, 16, 16],
};

/**
 * 0, 1 or 2: versions of one class have the same headers, so one segmentation is the best for all
 * of them.
 */
const versionClass = (version: number): 0 | 1 | 2 => (version < 10 ? 0 : version < 27 ? 1 : 2);

/** Bits of a segment's mode and character count indicators. */
export const headerBits = (mode: Mode, version: number): number => 4 + (countBits[mode]?.[versionClass(version)] ?? 0);

const dataBits: Partial<Record<Mode, (characters: number) => number>> = {
  numeric: (n) => Math.ceil((n * 10) / 3),
  alphanumeric: (n) => Math.ceil((n * 11) / 2),
  byte: (n) => n * 8,
};

/** Bits of a segment with its headers. */
const segmentBits = (segment: Segment, version: number): number =>
  headerBits(segment.mode, version) + (dataBits[segment.mode]?.(segment.characters) ?? segment.data.length * 8);

/** Bits of all segments; without terminator and padding. */
export const streamBits = (segments: readonly Segment[], version: number): number =>
  segments.reduce((sum, segment) => sum + segmentBits(segment, version), 0);

/** Appends a segment to the stream. */
export function writeSegment(bits: BitWriter, segment: Segment, version: number): void {
  const { mode, data } = segment;
  bits.put(indicators[mode], 4);
  const width = countBits[mode]?.[versionClass(version)];
  if (width) bits.put(segment.characters, width);
  if (mode === 'numeric') writeNumeric(bits, data);
  else if (mode === 'alphanumeric') writeAlphanumeric(bits, data);
  else for (const byte of data) bits.put(byte, 8);
}

/** Three digits in 10 bits, a rest of two in 7 or of one in 4 (§7.4.3). */
function writeNumeric(bits: BitWriter, digits: Uint8Array): void {
  for (let i = 0; i < digits.length; i += 3) {
    const end = Math.min(i + 3, digits.length);
    let value = 0;
    for (let j = i; j < end; j++) value = value * 10 + digits[j]! - 48;
    bits.put(value, (end - i) * 3 + 1);
  }
}

/** Two characters in 11 bits, a last single one in 6 (§7.4.4). */
function writeAlphanumeric(bits: BitWriter, characters: Uint8Array): void {
  const value = (i: number) => alphanumericValues[characters[i]!]!;
  for (let i = 0; i + 1 < characters.length; i += 2) bits.put(value(i) * 45 + value(i + 1), 11);
  if (characters.length % 2) bits.put(value(characters.length - 1), 6);
}
