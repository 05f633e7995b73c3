/** How much of a symbol a logo may hide. */
import { fault } from '../protocol/errors';
import { makingRanges } from '../protocol/style';
import type { Level } from '../protocol/symbol';
import { template } from './matrix';
import { dataCodewords, totalCodewords } from './standard';

/** Ground kept free around a logo, in modules. */
const padding = 0.25;

/**
 * The part of the codewords that a level restores which a logo may take; the rest is for dirt and
 * shade.
 */
const usable = 0.6;

const [minShare, maxShare] = makingRanges.logoShare;

/** @throws option-invalid */
export function checkShare(share: number): void {
  if (!(share >= minShare && share <= maxShare))
    throw fault('option-invalid', { option: 'logo share', value: share, expected: `${minShare}-${maxShare}` });
}

/**
 * The first module and the one after the last that a logo `extent` modules long touches, its free
 * ground included.
 */
export const touched = (size: number, extent: number): [from: number, to: number] => {
  const from = Math.floor((size - extent) / 2 - padding);
  return [from, size - from];
};

/**
 * True when what lies under a logo of width x height modules can be restored with enough left over.
 */
export function bears(version: number, level: Level, width: number, height: number): boolean {
  const { size, path } = template(version);
  const [left, right] = touched(size, width);
  const [top, bottom] = touched(size, height);
  const hidden = new Set<number>();
  path.forEach((at, i) => {
    const [x, y] = [at % size, Math.floor(at / size)];
    if (x >= left && x < right && y >= top && y < bottom) hidden.add(i >> 3);
  });
  return hidden.size <= (usable * (totalCodewords(version) - dataCodewords(version, level))) / 2;
}

/** The largest whole per cent that the symbol bears is told with it, 0 for none. */
export function logoTooLarge(share: number, version: number, level: Level): Error {
  const size = 17 + 4 * version;
  let max = Math.round(maxShare * 100);
  while (max > 0 && !bears(version, level, (max / 100) * size, (max / 100) * size)) max--;
  return fault('logo-too-large', { share: Math.round(share * 100), level, max });
}
