/** The Fourier transform: against its sum, and against itself. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Plane, withPlane } from '../../../../../src/worker/qr/decode/blur/transform';

const planes = fc.tuple(fc.constantFrom(8, 16, 32, 64), fc.constantFrom(8, 16, 64)).chain(([width, height]) =>
  fc
    .array(fc.integer({ min: -255, max: 255 }), { minLength: 2 * width * height, maxLength: 2 * width * height })
    .map((values): Plane => {
      const [re, im] = [values.slice(0, width * height), values.slice(width * height)].map((some) =>
        Float32Array.from(some),
      );
      return { re: re!, im: im!, width, height };
    }),
);

/** A copy of what is left when the plane was transformed so many times. */
const transformed = ({ re, im, width, height }: Plane, times: number): Plane =>
  withPlane(width, height, (plane, transform) => {
    plane.re.set(re);
    plane.im.set(im);
    for (let i = 0; i < times; i++) transform();
    return { re: plane.re.slice(), im: plane.im.slice(), width, height };
  });

it('done twice gives the plane, turned half about its first place', () => {
  fc.assert(
    fc.property(planes, (plane) => {
      const { width, height } = plane;
      const twice = transformed(plane, 2);
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

it('is the sum that defines it', () => {
  const [width, height] = [16, 8];
  const re = Float32Array.from({ length: width * height }, (_, i) => (i * 37) % 101);
  const spectrum = transformed({ re, im: new Float32Array(re.length), width, height }, 1);
  for (let v = 0; v < height; v++)
    for (let u = 0; u < width; u++) {
      let [real, imaginary] = [0, 0];
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const angle = -2 * Math.PI * ((u * x) / width + (v * y) / height);
          real += re[y * width + x]! * Math.cos(angle);
          imaginary += re[y * width + x]! * Math.sin(angle);
        }
      expect(spectrum.re[v * width + u]).toBeCloseTo(real, 1);
      expect(spectrum.im[v * width + u]).toBeCloseTo(imaginary, 1);
    }
});

it('lends a plane without imaginary parts, whatever was in it before', () => {
  withPlane(8, 8, ({ im }) => im.fill(1).length);
  expect(withPlane(8, 8, ({ im }) => im.every((value) => value === 0))).toBe(true);
});
