/** Tools that change how light each pixel is, by its own value alone. */
import { lookup } from '../filters';
import type { Gray } from '../gray';

const MIDDLE = 127.5;

/** @param by -100 is black, 100 is white */
export const brightness = (gray: Gray, by: number): Gray => lookup(gray, (v) => v + (255 * by) / 100);

/** @param by -100 is all gray, 0 changes nothing, 100 is black and white */
export function contrast(gray: Gray, by: number): Gray {
  const steepness = Math.tan(((by / 100 + 1) * Math.PI) / 4);
  return lookup(gray, (v) => MIDDLE + (v - MIDDLE) * steepness);
}

/** Black below `at`, white from there on. */
export const threshold = (gray: Gray, at: number): Gray => lookup(gray, (v) => (v < at ? 0 : 255));
