/**
 * The modules of one QR Code (model 2) to its content: format, codewords, error correction with
 * erasures, segments.
 */
import type { Level } from '../../../protocol/symbol';
import { applyMask } from '../../mask';
import { template } from '../../matrix';
import { blockCount, dataCodewords, totalCodewords } from '../../standard';
import { readFormat } from './formatInfo';
import { parseSegments, type Stream } from './parseSegments';
import { correctBlock } from './reedSolomon';

export interface ModulesRead extends Stream {
  version: number;
  level: Level;
  mask: number;
  /** Codewords that were wrong, and that were given up before, of all. */
  errors: number;
  erasures: number;
  codewords: number;
}

/**
 * Shares of the check codewords that are spent on the least certain codewords, one after the other.
 */
const ERASED_SHARES = [0.25, 0.5, 0.7];

/**
 * Check codewords left unused after erasures, as the proof that the answer is right: each makes
 * chance 256 times less likely.
 */
const PROOF = 4;

/**
 * Codewords kept for detection only in the smallest symbols (ISO/IEC 18004:2024 table 9, note b).
 */
const detectionOnly = (version: number, level: Level): number => {
  if (version === 1) return { L: 3, M: 2, Q: 1, H: 1 }[level];
  return level === 'L' ? (version === 2 ? 2 : version === 3 ? 1 : 0) : 0;
};

/**
 * Decodes modules as sampled; function patterns are taken as given by the standard, so only data
 * and format modules matter.
 * @param modules size * size, 1 is dark; left as it is
 * @param certainty how sure each module is (larger is surer), to tell which codewords to give up;
 * without it only errors are corrected
 * @returns null when the size is none, the checksums do not hold, or the stream is no sequence of
 * segments
 */
export function decodeModules(modules: Uint8Array, size: number, certainty?: Float32Array): ModulesRead | null {
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 40) return null;
  for (const { level, mask } of readFormat(modules, size)) {
    const { path } = template(version);
    const unmasked = modules.slice();
    applyMask(unmasked, size, path, mask);
    const corrected = correctAll(
      collect(unmasked, path, version),
      version,
      level,
      certainty && trustOf(certainty, path, version),
    );
    if (!corrected) continue;
    const stream = parseSegments(corrected.data, version);
    if (!stream?.chunks.some(({ bytes }) => bytes.length)) continue;
    if (corrected.erasures && !stream.cleanPadding) continue;
    const { errors, erasures } = corrected;
    return { ...stream, version, level, mask, errors, erasures, codewords: totalCodewords(version) };
  }
  return null;
}

function collect(modules: Uint8Array, path: Int32Array, version: number): Uint8Array {
  const codewords = new Uint8Array(totalCodewords(version));
  for (let i = 0; i < codewords.length * 8; i++) codewords[i >> 3] = (codewords[i >> 3]! << 1) | modules[path[i]!]!;
  return codewords;
}

/** A codeword is as sure as the least sure of its modules. */
function trustOf(certainty: Float32Array, path: Int32Array, version: number): Float32Array {
  const trust = new Float32Array(totalCodewords(version)).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < trust.length * 8; i++) trust[i >> 3] = Math.min(trust[i >> 3]!, certainty[path[i]!]!);
  return trust;
}

function correctAll(codewords: Uint8Array, version: number, level: Level, trust?: Float32Array) {
  const count = blockCount(version, level);
  const dataCount = dataCodewords(version, level);
  const checkCount = (codewords.length - dataCount) / count;
  const shortLength = Math.floor(dataCount / count);
  const longFrom = count - (codewords.length % count);
  const spare = detectionOnly(version, level);
  const data = new Uint8Array(dataCount);
  let errors = 0;
  let erasures = 0;
  for (let b = 0, start = 0; b < count; b++) {
    const isLong = b >= longFrom;
    const length = shortLength + (isLong ? 1 : 0);
    // Where each codeword of the block stands in the interleaved sequence (§7.6).
    const places = new Int32Array(length + checkCount);
    for (let i = 0; i < shortLength; i++) places[i] = i * count + b;
    if (isLong) places[shortLength] = shortLength * count + b - longFrom;
    for (let i = 0; i < checkCount; i++) places[length + i] = dataCount + i * count + b;

    const solved = correctOne(codewords, places, checkCount, spare, trust);
    if (!solved) return null;
    data.set(solved.block.subarray(0, length), start);
    start += length;
    errors += solved.errors;
    erasures += solved.erasures;
  }
  return { data, errors, erasures };
}

function correctOne(
  codewords: Uint8Array,
  places: Int32Array,
  checkCount: number,
  spare: number,
  trust?: Float32Array,
) {
  const block = Uint8Array.from(places, (at) => codewords[at]!);
  const plain = block.slice();
  const errors = correctBlock(plain, checkCount, []);
  if (errors >= 0 && 2 * errors <= checkCount - spare) return { block: plain, errors, erasures: 0 };
  if (!trust) return null;
  const doubtful = Array.from(places.keys()).sort((a, b) => trust[places[a]!]! - trust[places[b]!]!);
  for (const share of ERASED_SHARES) {
    const erased = doubtful.slice(0, Math.floor(checkCount * share));
    const copy = block.slice();
    const beyond = correctBlock(copy, checkCount, erased);
    if (beyond >= 0 && 2 * beyond + erased.length <= checkCount - Math.max(PROOF, spare)) {
      return { block: copy, errors: beyond, erasures: erased.length };
    }
  }
  return null;
}
