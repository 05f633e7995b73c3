/** The tables of ISO/IEC 18004 as the package `qrcode` has them; the only file that imports it. */
import alignment from 'qrcode/lib/core/alignment-pattern.js';
import blocks from 'qrcode/lib/core/error-correction-code.js';
import levels from 'qrcode/lib/core/error-correction-level.js';
import format from 'qrcode/lib/core/format-info.js';
import utils from 'qrcode/lib/core/utils.js';
import versions from 'qrcode/lib/core/version.js';
import type { Level } from '../protocol/symbol';

/** Data and error correction codewords of a symbol together (§7.5.1, table 9). */
export const totalCodewords = (version: number): number => utils.getSymbolTotalCodewords(version);

/** Codewords that are left for data (§7.4.10, table 7). */
export const dataCodewords = (version: number, level: Level): number =>
  totalCodewords(version) - blocks.getTotalCodewordsCount(version, levels[level]);

/** Error correction blocks that the data is divided into (§7.5.1, table 9). */
export const blockCount = (version: number, level: Level): number => blocks.getBlocksCount(version, levels[level]);

/** Row and column of the centre of every alignment pattern (annex E). */
export const alignmentCentres = (version: number): [number, number][] => alignment.getPositions(version);

/** The 15 bits of level and mask, already masked (§7.9.1). */
export const formatBits = (level: Level, mask: number): number => format.getEncodedBits(levels[level], mask);

/** The 18 bits that versions 7 to 40 carry twice (§7.10). */
export const versionBits = (version: number): number => versions.getEncodedBits(version);
