/** Means over (2 * radius + 1)-pixel windows, cut at the borders: the ground of every local threshold. */
import type { Gray } from './gray';
import { type PictureOps, withPictureOps } from './wasm/pictureOps';

/**
 * @param run writes to `to`; it is given the places of the picture, of the result and of the room that the windows want
 * @returns the result, `bytes` for each pixel
 */
const windowed = (
  { data, width }: Gray,
  radius: number,
  bytes: 1 | 2,
  run: (ops: PictureOps, from: number, to: number, room: number) => void,
): Uint8Array =>
  withPictureOps((ops) => {
    const from = ops.put(data);
    const to = ops.take(bytes * data.length);
    run(ops, from, to, ops.take(ops.roomFor(width, radius)));
    return ops.bytes().slice(to, to + bytes * data.length);
  });

/** How much darker than its surroundings each pixel is (negative: lighter). */
export function darkness(gray: Gray, radius: number): Int16Array {
  const { width, height } = gray;
  const out = windowed(gray, radius, 2, (ops, from, to, room) => ops.darkness(from, width, height, radius, to, room));
  return new Int16Array(out.buffer);
}

/** Black (0) or white (255) by the window's mean less `offset`. */
export function localThreshold(gray: Gray, radius: number, offset: number): Gray {
  const { width, height } = gray;
  const data = windowed(gray, radius, 1, (ops, from, to, room) => ops.threshold(from, width, height, radius, offset, to, room));
  return { data, width, height };
}

/** The mean of each window: a box blur. */
export function boxBlur(gray: Gray, radius: number): Gray {
  const { width, height } = gray;
  const data = windowed(gray, radius, 1, (ops, from, to, room) => ops.blur(from, width, height, radius, to, room));
  return { data, width, height };
}
