/** How much fits: bytes a symbol, characters the format can carry at all. */
import { makingChoices, makingRanges } from '../protocol/style';
import type { Level } from '../protocol/symbol';
import { headerBits } from './segments';
import { dataCodewords } from './standard';

/** Weakest to strongest. */
export const levels: readonly Level[] = makingChoices.level;
export const maxVersion: number = makingRanges.version[1];

/**
 * Digits of the largest symbol at level L; nothing longer fits in any mode (ISO/IEC 18004:2024
 * §7.4.10, table 7).
 */
export const maxCharacters = 7089;

/** Bytes that a version holds at each level in byte mode. */
export function byteCapacities(version = maxVersion): Record<Level, number> {
  const bytes = (level: Level) => Math.floor((dataCodewords(version, level) * 8 - headerBits('byte', version)) / 8);
  return { L: bytes('L'), M: bytes('M'), Q: bytes('Q'), H: bytes('H') };
}
