/**
 * Means over (2 * radius + 1)-pixel windows of a radius up to 128, cut at the borders: the ground
 * of every local threshold.
 */
import type { Gray } from './gray';
import { type PictureOps, withPictureOps } from './wasm/pictureOps';

/** A larger window's column has a sum beyond 16 bits. */
const MAX_RADIUS = 128;

/**
 * @param run writes to `to`; it is given the place of the picture, the radius, and the places of
 * the result and of the room for the windows
 * @returns the result, `bytes` for each pixel
 */
const windowed = (
  { data, width }: Gray,
  wanted: number,
  bytes: 1 | 2,
  run: (ops: PictureOps, from: number, radius: number, to: number, room: number) => void,
): Uint8Array =>
  withPictureOps((ops) => {
    const radius = Math.min(MAX_RADIUS, wanted);
    const from = ops.put(data);
    const to = ops.take(bytes * data.length);
    run(ops, from, radius, to, ops.take(ops.roomFor(width, radius)));
    return ops.bytes().slice(to, to + bytes * data.length);
  });

/** How much darker than its surroundings each pixel is (negative: lighter). */
export function darkness(gray: Gray, wanted: number): Int16Array {
  const { width, height } = gray;
  const out = windowed(gray, wanted, 2, (ops, from, radius, to, room) =>
    ops.darkness(from, width, height, radius, to, room),
  );
  return new Int16Array(out.buffer);
}

/** Black (0) or white (255) by the window's mean less `offset`. */
export function localThreshold(gray: Gray, wanted: number, offset: number): Gray {
  const { width, height } = gray;
  const data = windowed(gray, wanted, 1, (ops, from, radius, to, room) =>
    ops.threshold(from, width, height, radius, offset, to, room),
  );
  return { data, width, height };
}

/** The mean of each window: a box blur. */
export function boxBlur(gray: Gray, wanted: number): Gray {
  const { width, height } = gray;
  const data = windowed(gray, wanted, 1, (ops, from, radius, to, room) =>
    ops.blur(from, width, height, radius, to, room),
  );
  return { data, width, height };
}
