/** The frames of an animated WebP (WebP container specification, chunk ANMF). */
import { grayFromRgba } from '../../gray';
import { readWebp } from '../readWebp';
import type { Patch } from './patch';
import { webpFrames } from './webpFrames';

export function* webpPatches(bytes: Uint8Array, canvas: { width: number; height: number }): Generator<Patch> {
  for (const { file, left, top, width, height, flags } of webpFrames(bytes)) {
    if (left + width > canvas.width || top + height > canvas.height) return;
    const pixels = readWebp(file, { width, height });
    if (pixels.width !== width || pixels.height !== height) return;
    const white = grayFromRgba(pixels.data, width, height).data;
    const black = grayFromRgba(pixels.data, width, height, 0).data;
    yield { left, top, width, height, white, black, replaces: (flags & 2) !== 0, after: flags & 1 ? 'clear' : 'keep' };
  }
}
