/**
 * Reed-Solomon correction of errors and erasures over GF(256) with the polynomial of QR codes
 * (ISO/IEC 18004:2024 §7.5, annex B).
 */

import { exp, log, times } from '../../field';

const inverse = (a: number) => exp[255 - log[a]!]!;

/** Fills `out` with the syndromes and tells whether all of them are zero. */
function syndromes(block: Uint8Array, out: Uint8Array): boolean {
  let clean = true;
  for (let i = 0; i < out.length; i++) {
    let value = 0;
    for (let j = 0; j < block.length; j++) value = (value ? exp[log[value]! + i]! : 0) ^ block[j]!;
    out[i] = value;
    if (value) clean = false;
  }
  return clean;
}

/**
 * Corrects `block` in place (Berlekamp-Massey started from the erasures' locator, then Forney).
 * @param block data codewords, then `checkCount` check codewords
 * @param erased positions that are known to be doubtful; each costs half of what an unknown error
 * costs
 * @returns number of errors outside the erased positions, or -1 when the block cannot be corrected
 * (it may then have been changed)
 */
export function correctBlock(block: Uint8Array, checkCount: number, erased: ArrayLike<number>): number {
  const length = block.length;
  const syndrome = new Uint8Array(checkCount);
  if (syndromes(block, syndrome)) return 0;

  const locator = new Uint8Array(checkCount + 2);
  locator[0] = 1;
  for (let k = 0; k < erased.length; k++) {
    const x = exp[(length - 1 - erased[k]!) % 255]!;
    for (let i = checkCount; i > 0; i--) locator[i]! ^= times(locator[i - 1]!, x);
  }
  let previous = locator.slice();
  let degreeBound = erased.length;
  for (let r = erased.length + 1; r <= checkCount; r++) {
    let discrepancy = 0;
    for (let i = 0; i < r; i++) discrepancy ^= times(locator[i]!, syndrome[r - 1 - i]!);
    previous.copyWithin(1, 0, checkCount + 1);
    previous[0] = 0;
    if (!discrepancy) continue;
    const before = locator.slice();
    for (let i = 0; i <= checkCount; i++) locator[i]! ^= times(discrepancy, previous[i]!);
    if (2 * degreeBound <= r + erased.length - 1) {
      degreeBound = r + erased.length - degreeBound;
      const scale = inverse(discrepancy);
      previous = before.map((v) => times(v, scale));
    }
  }
  let degree = checkCount + 1;
  while (degree > 0 && !locator[degree]) degree--;
  if (degree > checkCount) return -1;

  const roots: [position: number, inverseX: number][] = [];
  for (let position = 0; position < length; position++) {
    const x = exp[(255 - ((length - 1 - position) % 255)) % 255]!;
    let value = 0;
    for (let i = degree; i >= 0; i--) value = times(value, x) ^ locator[i]!;
    if (!value) roots.push([position, x]);
  }
  if (roots.length !== degree) return -1;

  const evaluator = new Uint8Array(checkCount);
  for (let i = 0; i < checkCount; i++)
    for (let j = 0; j <= i && j <= degree; j++) evaluator[i]! ^= times(syndrome[i - j]!, locator[j]!);
  for (const [position, x] of roots) {
    let numerator = 0;
    for (let i = checkCount - 1; i >= 0; i--) numerator = times(numerator, x) ^ evaluator[i]!;
    let denominator = 0;
    for (let i = 1; i <= degree; i += 2) denominator ^= times(locator[i]!, exp[((i - 1) * log[x]!) % 255]!);
    if (!denominator) return -1;
    block[position]! ^= times(times(numerator, inverse(x)), inverse(denominator));
  }
  return syndromes(block, syndrome) ? degree - erased.length : -1;
}
