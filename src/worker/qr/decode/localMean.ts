/** Means over (2 * radius + 1)-pixel windows, cut at the borders: the ground of every local threshold. */
import type { Gray } from './gray';
import { withPictureOps } from './wasm/pictureOps';

/** How much darker than its surroundings each pixel is (negative: lighter). */
export const darkness = ({ data, width, height }: Gray, radius: number): Int16Array =>
  withPictureOps((ops) => {
    const from = ops.put(data);
    const to = ops.take(2 * data.length);
    ops.darkness(from, width, height, radius, to, ops.take(ops.roomFor(width, radius)));
    return new Int16Array(ops.bytes().slice(to, to + 2 * data.length).buffer);
  });

/** Black (0) or white (255) by the window's mean less `offset`. */
export const localThreshold = ({ data, width, height }: Gray, radius: number, offset: number): Gray =>
  withPictureOps((ops) => {
    const from = ops.put(data);
    const to = ops.take(data.length);
    ops.threshold(from, width, height, radius, offset, to, ops.take(ops.roomFor(width, radius)));
    return { data: ops.bytes().slice(to, to + data.length), width, height };
  });

/** The mean of each window: a box blur. */
export const boxBlur = ({ data, width, height }: Gray, radius: number): Gray =>
  withPictureOps((ops) => {
    const from = ops.put(data);
    const to = ops.take(data.length);
    ops.blur(from, width, height, radius, to, ops.take(ops.roomFor(width, radius)));
    return { data: ops.bytes().slice(to, to + data.length), width, height };
  });
