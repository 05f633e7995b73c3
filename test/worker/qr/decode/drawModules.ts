/** Modules of any symbology, drawn by the independent encoder bwip-js, as pictures for tests. */
import bwipjs from 'bwip-js/node';
import type { Gray } from '../../../../src/worker/qr/decode/gray';

interface Raw {
  pixs: ArrayLike<number>;
  pixx: number;
  pixy: number;
}

/**
 * @param bcid as bwip-js names the symbology, e.g. `microqrcode`; bytes go as `binarytext`, an ECI
 * as `^ECI000026` with `parsefnc`
 */
export function drawModules(
  bcid: string,
  text: string,
  options: Record<string, unknown> = {},
  scale = 4,
  quiet = 4,
): Gray {
  const [{ pixs, pixx, pixy }] = bwipjs.raw({ bcid, text, ...options } as Parameters<
    typeof bwipjs.raw
  >[0]) as unknown as [Raw];
  const [width, height] = [(pixx + 2 * quiet) * scale, (pixy + 2 * quiet) * scale];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < pixy; y++)
    for (let x = 0; x < pixx; x++)
      for (let row = 0; row < scale && pixs[y * pixx + x]; row++) {
        const at = ((y + quiet) * scale + row) * width + (x + quiet) * scale;
        data.fill(0, at, at + scale);
      }
  return { data, width, height };
}
