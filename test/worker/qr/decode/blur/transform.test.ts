/** The Fourier transform: against its sum, and against itself. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Plane, planeOf, transform } from '../../../../../src/worker/qr/decode/blur/transform';

const planes = fc.tuple(fc.constantFrom(1, 2, 4, 16, 32), fc.constantFrom(1, 2, 8, 32)).chain(([width, height]) =>
  fc
    .array(fc.integer({ min: -255, max: 255 }), { minLength: 2 * width * height, maxLength: 2 * width * height })
    .map((values): Plane => {
      const plane = planeOf(width, height);
      plane.re.set(values.slice(0, width * height));
      plane.im.set(values.slice(width * height));
      return plane;
    }),
);
const copyOf = ({ re, im, ...size }: Plane): Plane => ({ re: re.slice(), im: im.slice(), ...size });

it('done twice gives the plane, turned half about its first place', () => {
  fc.assert(
    fc.property(planes, (plane) => {
      const { width, height } = plane;
      const twice = transform(transform(copyOf(plane)));
      expect([twice.width, twice.height]).toEqual([width, height]);
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const turned = ((height - y) % height) * width + ((width - x) % width);
          expect(twice.re[turned]! / (width * height)).toBeCloseTo(plane.re[y * width + x]!, 1);
          expect(twice.im[turned]! / (width * height)).toBeCloseTo(plane.im[y * width + x]!, 1);
        }
    }),
    { numRuns: 30 },
  );
});

it('is the sum that defines it, rows and columns exchanged', () => {
  const [width, height] = [8, 4];
  const plane = planeOf(width, height);
  plane.re.set(Array.from({ length: width * height }, (_, i) => (i * 37) % 101));
  const spectrum = transform(copyOf(plane));
  expect([spectrum.width, spectrum.height]).toEqual([height, width]);
  for (let u = 0; u < width; u++)
    for (let v = 0; v < height; v++) {
      let [re, im] = [0, 0];
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const angle = -2 * Math.PI * ((u * x) / width + (v * y) / height);
          re += plane.re[y * width + x]! * Math.cos(angle);
          im += plane.re[y * width + x]! * Math.sin(angle);
        }
      expect(spectrum.re[u * height + v]).toBeCloseTo(re, 1);
      expect(spectrum.im[u * height + v]).toBeCloseTo(im, 1);
    }
});
