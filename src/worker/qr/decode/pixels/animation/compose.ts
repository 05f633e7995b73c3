/** The frames of an animation as they are seen: each laid on what those before have left. */
import type { Gray } from '../../gray';
import type { Patch } from './patch';

/**
 * @yields the canvas on white after each patch: one buffer, painted on when the next is asked for
 */
export function* compose(patches: Iterable<Patch>, width: number, height: number): Generator<Gray> {
  const canvas: Gray = { data: new Uint8Array(width * height).fill(255), width, height };
  for (const patch of patches) {
    const saved = patch.after === 'restore' ? canvas.data.slice() : undefined;
    lay(canvas, patch);
    yield canvas;
    if (saved) canvas.data.set(saved);
    else if (patch.after === 'clear') clear(canvas, patch);
  }
}

function lay({ data, width, height }: Gray, patch: Patch): void {
  const columns = Math.min(patch.width, width - patch.left);
  for (let y = 0; y < Math.min(patch.height, height - patch.top); y++) {
    let from = y * patch.width;
    let to = (patch.top + y) * width + patch.left;
    for (let x = 0; x < columns; x++, from++, to++) {
      const white = patch.white[from]!;
      const black = patch.black ? patch.black[from]! : white;
      data[to] = patch.replaces ? white : black + ((data[to]! * (white - black)) / 255 + 0.5);
    }
  }
}

function clear({ data, width, height }: Gray, { left, top, width: w, height: h }: Patch): void {
  for (let y = top; y < Math.min(height, top + h); y++)
    data.fill(255, y * width + left, y * width + Math.min(width, left + w));
}
