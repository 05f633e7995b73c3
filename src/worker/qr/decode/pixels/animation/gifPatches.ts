/** The frames of an animated GIF. */
import { lumaOf } from '../../gray';
import { gifFrames } from '../readGif';
import type { Patch } from './patch';

export function* gifPatches(bytes: Uint8Array): Generator<Patch> {
  for (const { left, top, width, height, transparent, disposal, table, unpack } of gifFrames(bytes)) {
    const lumas = Uint8Array.from({ length: 256 }, (_, i) =>
      lumaOf(table[3 * i] ?? 0, table[3 * i + 1] ?? 0, table[3 * i + 2] ?? 0),
    );
    const { indexes, lines } = unpack();
    const white = new Uint8Array(width * height);
    const black = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      const line = (lines ? lines[y]! : y) * width;
      for (let x = 0; x < width; x++) {
        const index = indexes[line + x]!;
        white[y * width + x] = index === transparent ? 255 : lumas[index]!;
        black[y * width + x] = index === transparent ? 0 : lumas[index]!;
      }
    }
    const after = disposal === 2 ? 'clear' : disposal === 3 ? 'restore' : 'keep';
    yield { left, top, width, height, white, black, replaces: false, after };
  }
}
