/** The blur that a spectrum tells is the one that was put in. */
import { expect, it } from 'vitest';
import { blursOf } from '../../../../../src/worker/qr/decode/blur/blurOf';
import { type Kernel, leftBy } from '../../../../../src/worker/qr/decode/blur/kernels';
import { withPlane } from '../../../../../src/worker/qr/decode/blur/transform';

const SIDE = 256;

/** Squares of black and white as a symbol has them, behind a lens or a hand, with a little noise. */
function blurredPicture(kernel: Kernel): Float32Array {
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const squares = Array.from({ length: 32 * 32 }, () => (random() < 0.5 ? 20 : 235));
  const left = leftBy(kernel);
  const turns = (i: number) => (i < SIDE / 2 ? i : i - SIDE) / SIDE;
  return withPlane(SIDE, SIDE, ({ re, im }, transform) => {
    for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) re[y * SIDE + x] = squares[(y >> 3) * 32 + (x >> 3)]!;
    transform();
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++) {
        const factor = left(turns(x), turns(y));
        re[y * SIDE + x]! *= factor;
        im[y * SIDE + x]! *= factor;
      }
    transform();
    return re.map((value) => Math.round(value / SIDE ** 2 + 2 * random()));
  });
}

it.each<Kernel>([
  { kind: 'disc', size: 3 },
  { kind: 'disc', size: 6 },
  { kind: 'soft', size: 2.5 },
  { kind: 'moved', size: 12, angle: 0 },
  { kind: 'moved', size: 9, angle: Math.PI / 3 },
])('%j', (kernel) => {
  // Both of the two likeliest are undone.
  const picture = blurredPicture(kernel);
  const blurs = withPlane(SIDE, SIDE, (plane, transform) => {
    plane.re.set(picture);
    transform();
    return blursOf(plane);
  });
  const { kernel: told } = blurs.slice(0, 2).find((blur) => blur.kernel.kind === kernel.kind)!;
  expect(told.size / kernel.size).toBeGreaterThan(0.8);
  expect(told.size / kernel.size).toBeLessThan(1.25);
  if (kernel.kind === 'moved' && told.kind === 'moved') {
    // A line looks the same from both ends.
    const off = Math.abs(told.angle - kernel.angle) % Math.PI;
    expect(Math.min(off, Math.PI - off)).toBeLessThan(Math.PI / 15);
  }
});
