/** The blur that a spectrum tells is the one that was put in. */
import { expect, it } from 'vitest';
import { blursOf } from '../../../../../src/worker/qr/decode/blur/blurOf';
import { type Kernel, leftBy } from '../../../../../src/worker/qr/decode/blur/kernels';
import { planeOf, transform } from '../../../../../src/worker/qr/decode/blur/transform';

const SIDE = 256;

/** Squares of black and white as a symbol has them, behind a lens or a hand, with a little noise. */
function blurredPicture(kernel: Kernel) {
  const plane = planeOf(SIDE, SIDE);
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const squares = Array.from({ length: 32 * 32 }, () => (random() < 0.5 ? 20 : 235));
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) plane.re[y * SIDE + x] = squares[(y >> 3) * 32 + (x >> 3)]!;
  const spectrum = transform(plane);
  const left = leftBy(kernel);
  const turns = (i: number) => (i < SIDE / 2 ? i : i - SIDE) / SIDE;
  for (let x = 0; x < SIDE; x++)
    for (let y = 0; y < SIDE; y++) {
      const factor = left(turns(x), turns(y));
      spectrum.re[x * SIDE + y]! *= factor;
      spectrum.im[x * SIDE + y]! *= factor;
    }
  const blurred = transform(spectrum);
  const picture = planeOf(SIDE, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) picture.re[i] = Math.round(blurred.re[i]! / SIDE ** 2 + 2 * random());
  return picture;
}

it.each<Kernel>([
  { kind: 'disc', size: 3 },
  { kind: 'disc', size: 6 },
  { kind: 'soft', size: 2.5 },
  { kind: 'moved', size: 12, angle: 0 },
  { kind: 'moved', size: 9, angle: Math.PI / 3 },
])('%j', (kernel) => {
  // Both of the two likeliest are undone.
  const { kernel: told } = blursOf(transform(blurredPicture(kernel)))
    .slice(0, 2)
    .find((blur) => blur.kernel.kind === kernel.kind)!;
  expect(told.size / kernel.size).toBeGreaterThan(0.8);
  expect(told.size / kernel.size).toBeLessThan(1.25);
  if (kernel.kind === 'moved' && told.kind === 'moved') {
    // A line looks the same from both ends.
    const off = Math.abs(told.angle - kernel.angle) % Math.PI;
    expect(Math.min(off, Math.PI - off)).toBeLessThan(Math.PI / 15);
  }
});
