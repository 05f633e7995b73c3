/**
 * From segments to the sequence of codewords that fills a symbol: padding, error correction blocks,
 * interleaving (ISO/IEC 18004:2024 §7.4.9 to §7.6).
 */
import type { Level } from '../protocol/symbol';
import { bitWriter } from './bits';
import { errorCorrection } from './reedSolomon';
import { type Segment, streamBits, writeSegment } from './segments';
import { blockCount, dataCodewords, totalCodewords } from './standard';

/** All codewords of a symbol in the order of placement. The segments must fit. */
export function symbolCodewords(segments: readonly Segment[], version: number, level: Level): Uint8Array {
  return interleave(paddedData(segments, version, level), version, level);
}

/**
 * The data codewords: segments, a terminator of up to four zero bits, pad codewords 0xEC and 0x11
 * in turn (§7.4.9, §7.4.10).
 */
function paddedData(segments: readonly Segment[], version: number, level: Level): Uint8Array {
  const data = new Uint8Array(dataCodewords(version, level));
  const bits = bitWriter(data);
  for (const segment of segments) writeSegment(bits, segment, version);
  const used = Math.ceil(Math.min(streamBits(segments, version) + 4, data.length * 8) / 8);
  for (let i = used; i < data.length; i++) data[i] = (i - used) % 2 ? 0x11 : 0xec;
  return data;
}

/**
 * Blocks side by side, first all data codewords column by column, then all error correction
 * codewords (§7.6). The last blocks may be one longer.
 */
function interleave(data: Uint8Array, version: number, level: Level): Uint8Array {
  const count = blockCount(version, level);
  const total = totalCodewords(version);
  const longBlocks = total % count;
  const errorCount = (total - data.length) / count;
  const shortLength = Math.floor(data.length / count);
  const out = new Uint8Array(total);
  let start = 0;
  for (let b = 0; b < count; b++) {
    const isLong = b >= count - longBlocks;
    const block = data.subarray(start, (start += shortLength + (isLong ? 1 : 0)));
    for (let i = 0; i < shortLength; i++) out[i * count + b] = block[i]!;
    if (isLong) out[shortLength * count + b - (count - longBlocks)] = block[shortLength]!;
    const errors = errorCorrection(block, errorCount);
    for (let i = 0; i < errorCount; i++) out[data.length + i * count + b] = errors[i]!;
  }
  return out;
}
