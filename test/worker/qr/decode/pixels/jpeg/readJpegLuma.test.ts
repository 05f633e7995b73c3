import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJpegLuma } from '../../../../../../src/worker/qr/decode/pixels/jpeg/readJpegLuma';

/**
 * Pictures of 61 x 45 pixels by libjpeg-turbo's cjpeg, and what its djpeg -grayscale makes of them.
 */
const folder = join(__dirname, '../../../../../fixtures/jpeg');
const WIDTH = 61;
const HEIGHT = 45;
const read = (bytes: Uint8Array) => readJpegLuma(bytes, { width: WIDTH, height: HEIGHT });
const file = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const truth = (name: string) => file(`${name}.pgm`).subarray(-WIDTH * HEIGHT);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.pgm'))
  .map((name) => name.slice(0, -4));

const largestGap = (a: Uint8Array, b: Uint8Array, count = a.length) => {
  let gap = 0;
  for (let i = 0; i < count; i++) gap = Math.max(gap, Math.abs(a[i]! - b[i]!));
  return gap;
};

describe('readJpegLuma', () => {
  it.each(names)('%s: the luminance that libjpeg gives', (name) => {
    const { grays, whole } = read(file(`${name}.jpg`))!;
    expect({ whole, width: grays[0].width, height: grays[0].height }).toEqual({
      whole: true,
      width: WIDTH,
      height: HEIGHT,
    });
    expect(largestGap(grays[0].data, truth(name))).toBeLessThanOrEqual(1);
  });

  it('gives the same again after other pictures', () => {
    const first = names.map((name) => read(file(`${name}.jpg`))!.grays[0].data);
    const again = [...names].reverse().map((name) => read(file(`${name}.jpg`))!.grays[0].data);
    expect(again.reverse()).toEqual(first);
  });

  it.each(['arithmetic', 'rgb'])('leaves %s to others', (name) => {
    expect(read(file(`${name}.jpg`))).toBeNull();
  });

  it('leaves a picture of another size alone', () => {
    expect(readJpegLuma(file('gray.jpg'), { width: WIDTH, height: HEIGHT + 1 })).toBeNull();
  });

  it('keeps what a cut file has, and says that it is not whole', () => {
    const bytes = file('baseline-444.jpg');
    const { grays, whole } = read(bytes.subarray(0, Math.round(bytes.length * 0.8)))!;
    expect(whole).toBe(false);
    expect(largestGap(grays[0].data, truth('baseline-444'), WIDTH * 24)).toBeLessThanOrEqual(1);
    expect(grays[0].data.at(-1)).toBe(128);
  });

  it('keeps the coarse picture of a progressive file that was cut', () => {
    const bytes = file('progressive-gray.jpg');
    const { grays, whole } = read(bytes.subarray(0, Math.round(bytes.length * 0.6)))!;
    expect(whole).toBe(false);
    const blur = (data: Uint8Array) => data.reduce((sum, v) => sum + v, 0) / data.length;
    expect(Math.abs(blur(grays[0].data) - blur(truth('progressive-gray')))).toBeLessThan(4);
  });

  it('goes on behind a broken interval', () => {
    const bytes = file('restart-422.jpg');
    const restarts = [...bytes.keys()].filter(
      (i) => bytes[i] === 0xff && bytes[i + 1]! >= 0xd0 && bytes[i + 1]! <= 0xd7,
    );
    bytes.fill(0xfe, restarts[1]! + 2, restarts[2]);
    const { grays } = read(bytes)!;
    const last = WIDTH * (HEIGHT - 5);
    expect(largestGap(grays[0].data.subarray(last), truth('restart-422').subarray(last))).toBeLessThanOrEqual(1);
  });

  it('never throws and never gives another size, whatever is damaged', () => {
    const damage = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        damage,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (name, changes, keep) => {
          const bytes = file(`${name}.jpg`);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const luma = read(bytes.subarray(0, Math.round(bytes.length * (0.2 + 0.8 * keep))));
          if (luma) expect(luma.grays[0].data.length).toBe(WIDTH * HEIGHT);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
  });
});
