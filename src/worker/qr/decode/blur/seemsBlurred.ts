/** Whether a picture changes so slowly along some direction that it may be blurred: a cheap look. */
import type { Gray } from '../gray';

/** Pixels along a direction, near and far, and how many near ones fit into the far way. */
const WAYS = [
  { near: [1, 0], times: 6 },
  { near: [0, 1], times: 6 },
  { near: [1, 1], times: 4 },
  { near: [-1, 1], times: 4 },
] as const;
const FAR = 6;
/**
 * Squared differences between near pixels against those between far ones: a sharp edge lies between
 * a sixth of the near pairs that it lies between far ones. Blurred symbols have 0.04 to 0.095.
 */
const MOST = 0.1;
/** Each of so many rows and columns is looked at. */
const STEP = 2;

export const seemsBlurred = (gray: Gray): boolean => WAYS.some(({ near, times }) => ratio(gray, near, times) < MOST);

function ratio({ data, width, height }: Gray, [dx, dy]: readonly [number, number], times: number): number {
  const near = dy * width + dx;
  const far = times * near;
  let [nearby, apart] = [0, 0];
  for (let y = 0; y < height - FAR; y += STEP) {
    for (let at = y * width + FAR, end = (y + 1) * width - FAR; at < end; at += STEP) {
      const value = data[at]!;
      const a = value - data[at + near]!;
      const b = value - data[at + far]!;
      nearby += a * a;
      apart += b * b;
    }
  }
  return apart ? nearby / apart : 1;
}
