import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Corners } from '../../../../../src/worker/protocol/picture';
import { MAX_PLACE, MAX_TOOLS, type PictureTool, toolsOf } from '../../../../../src/worker/protocol/pictureTools';
import { type DecodeEngine, decodeImage } from '../../../../../src/worker/qr/decode/decodeImage';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { applyTools } from '../../../../../src/worker/qr/decode/tools/applyTools';
import { wrongTool } from '../../../../../src/worker/qr/decode/tools/wrongTool';
import { writePng } from '../../../../../src/worker/qr/png';
import { drawSymbol } from '../drawSymbol';
import { testEngine } from '../engine';
import { seenAtAngle } from './seenAtAngle';

let engine: DecodeEngine;
beforeAll(async () => {
  engine = await testEngine();
});

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }), seed: fc.nat() })
  .map(({ width, height, seed }): Gray => {
    const data = Uint8Array.from({ length: width * height }, (_, i) => ((i + seed) * 2_654_435_761) >>> 24);
    return { data, width, height };
  });
const place = fc.double({ min: -MAX_PLACE, max: MAX_PLACE, noNaN: true });
const near = fc.double({ min: -20, max: 60, noNaN: true });
const length = fc.oneof(
  fc.double({ min: 1, max: 60, noNaN: true }),
  fc.double({ min: 1, max: MAX_PLACE, noNaN: true }),
);
const point = fc.tuple(fc.oneof(near, place), fc.oneof(near, place));
const by = fc.double({ min: -100, max: 100, noNaN: true });
const tool: fc.Arbitrary<PictureTool> = fc.oneof(
  fc.record({ kind: fc.constant('crop' as const), x: near, y: near, width: length, height: length }),
  fc.record({
    kind: fc.constant('corners' as const),
    points: fc.tuple(point, point, point, point) as fc.Arbitrary<Corners>,
  }),
  fc.record({ kind: fc.constant('rotate' as const), degrees: fc.double({ min: -360, max: 360, noNaN: true }) }),
  fc.record({ kind: fc.constant('invert' as const) }),
  fc.record({ kind: fc.constantFrom('brightness' as const, 'contrast' as const), by }),
  fc.record({ kind: fc.constant('threshold' as const), at: fc.integer({ min: 1, max: 255 }) }),
);

const codeOf = (run: () => unknown): unknown => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
};

describe('applyTools', () => {
  it('gives the same picture after four quarters, and after two inversions', () => {
    fc.assert(
      fc.property(pictures, fc.constantFrom(90, -90, 270), (picture, degrees) => {
        const quarter: PictureTool = { kind: 'rotate', degrees };
        expect(applyTools(picture, [quarter, quarter, quarter, quarter]).gray).toEqual(picture);
        expect(applyTools(picture, [{ kind: 'invert' }, { kind: 'invert' }]).gray).toEqual(picture);
      }),
    );
  });

  it('turns clockwise', () => {
    const picture = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 3, height: 2 };
    const turned = (degrees: number) => [...applyTools(picture, [{ kind: 'rotate', degrees }]).gray.data];
    expect(turned(90)).toEqual([4, 1, 5, 2, 6, 3]);
    expect(turned(180)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(turned(-90)).toEqual([3, 6, 2, 5, 1, 4]);
  });

  it('crops inside the picture, and knows where each pixel came from', () => {
    const area = fc.record({ kind: fc.constant('crop' as const), x: near, y: near, width: length, height: length });
    fc.assert(
      fc.property(pictures, area, fc.constantFrom(0, 90, 180, 270), (picture, crop, degrees) => {
        const list: PictureTool[] = [crop, { kind: 'rotate', degrees }];
        if (codeOf(() => applyTools(picture, list)) === 'tool-outside') return;
        const { gray, back } = applyTools(picture, list);
        expect(gray.data).toHaveLength(gray.width * gray.height);
        for (const [x, y] of [
          [0, 0],
          [gray.width - 1, 0],
          [gray.width - 1, gray.height - 1],
        ] as const) {
          const [px, py] = back([x + 0.5, y + 0.5]).map(Math.floor) as [number, number];
          expect(px >= 0 && py >= 0 && px < picture.width && py < picture.height).toBe(true);
          expect(gray.data[y * gray.width + x]).toBe(picture.data[py * picture.width + px]);
        }
      }),
    );
  });

  it('makes any allowed list into a picture of bounded size, or says that its places are none', () => {
    fc.assert(
      fc.property(pictures, fc.array(tool, { maxLength: MAX_TOOLS }), (picture, tools) => {
        expect(wrongTool(tools)).toBeUndefined();
        const code = codeOf(() => {
          const { gray, back } = applyTools(picture, tools);
          expect(gray.data).toHaveLength(gray.width * gray.height);
          expect(gray.width * gray.height).toBeLessThan(80_000_000);
          expect(back([0, 0]).every(Number.isFinite)).toBe(true);
        });
        expect([undefined, 'tool-outside', 'tool-corners']).toContain(code);
      }),
    );
  });

  it('turns the longest lines without a canvas that no machine holds', () => {
    const line = { data: new Uint8Array(3_000_000), width: 3_000_000, height: 1 };
    const { gray, back } = applyTools(line, [{ kind: 'rotate', degrees: 45 }]);
    expect(gray.width * gray.height).toBeLessThan(80_000_000);
    expect(Math.abs(back([0, 0])[0])).toBeLessThan(4_000_000);
  });

  it('refuses corners that make no area, and parts outside of the picture', () => {
    const picture = { data: new Uint8Array(10_000).fill(255), width: 100, height: 100 };
    const corners = (...values: number[]): PictureTool => ({
      kind: 'corners',
      points: [0, 2, 4, 6].map((i) => [values[i], values[i + 1]]) as Corners,
    });
    for (const flat of [
      corners(10, 10, 10, 10, 10, 10, 10, 10),
      corners(10, 10, 50, 50, 90, 90, 20, 20),
      corners(10, 10, 90, 90, 90, 10, 10, 90),
      corners(10, 10, 90, 10, 30, 30, 10, 90),
      corners(10, 10, 13, 10, 13, 13, 10, 13),
    ])
      expect(codeOf(() => applyTools(picture, [flat]))).toBe('tool-corners');
    for (const outside of [
      corners(200, 0, 300, 0, 300, 100, 200, 100),
      { kind: 'crop', x: 100, y: 0, width: 10, height: 10 } as const,
      { kind: 'crop', x: -50, y: 0, width: 50, height: 10 } as const,
    ])
      expect(codeOf(() => applyTools(picture, [outside]))).toBe('tool-outside');
  });

  it('makes light what is dark by each of the tools for it', () => {
    const picture = { data: Uint8Array.of(0, 100, 127, 128, 155, 255), width: 6, height: 1 };
    const made = (one: PictureTool) => [...applyTools(picture, [one]).gray.data];
    expect(made({ kind: 'brightness', by: 20 })).toEqual([51, 151, 178, 179, 206, 255]);
    expect(made({ kind: 'brightness', by: -100 })).toEqual([0, 0, 0, 0, 0, 0]);
    expect(made({ kind: 'contrast', by: 100 })).toEqual([0, 0, 0, 255, 255, 255]);
    expect(made({ kind: 'contrast', by: 0 })).toEqual([...picture.data]);
    expect(new Set(made({ kind: 'contrast', by: -100 })).size).toBe(1);
    expect(made({ kind: 'threshold', at: 128 })).toEqual([0, 0, 0, 255, 255, 255]);
  });
});

describe('decodeImage with tools', () => {
  const flat = drawSymbol('https://example.org/steep', { scale: 8 });
  const quad: Corners = [
    [120, 250],
    [500, 250],
    [640, 350],
    [0, 350],
  ];
  const steep = seenAtAngle(flat, quad, 640, 480);
  const png = writePng(steep.data, steep.width, steep.height);

  it('reads a symbol seen from the side between its four corners, and says where it stands', () => {
    const before = decodeImage(png, { effort: 'thorough' }, engine);
    expect(before.symbols).toEqual([]);
    expect(before.tried![0]).toBe('engine');
    const { symbols } = decodeImage(png, { tools: toolsOf({ corners: quad }) }, engine);
    expect(symbols).toMatchObject([{ text: 'https://example.org/steep', after: ['corners'] }]);
    // Four modules of quiet zone inside the quadrilateral.
    for (const [[x, y], [ex, ey]] of symbols[0]!.corners.map((c, i) => [
      c,
      [
        [159, 257],
        [462, 257],
        [543, 331],
        [95, 331],
      ][i]!,
    ]) as [number[], number[]][]) {
      expect(Math.hypot(x! - ex!, y! - ey!)).toBeLessThan(6);
    }
  });

  it('reads quadrilaterals at random angles', () => {
    const jitter = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(fc.array(jitter, { minLength: 8, maxLength: 8 }), fc.boolean(), (by, mirrored) => {
        const square = [150, 100, 400, 100, 400, 380, 150, 380].map((v, i) => v + by[i]!);
        const corners = [0, 2, 4, 6].map((i) => [square[i], square[i + 1]]) as Corners;
        const seen = seenAtAngle(flat, corners, 640, 480);
        const points = (mirrored ? [corners[1], corners[0], corners[3], corners[2]] : corners) as Corners;
        const found = decodeImage(
          writePng(seen.data, 640, 480),
          { effort: 'fast', tools: [{ kind: 'corners', points }] },
          engine,
        );
        expect(found.symbols[0]?.text).toBe('https://example.org/steep');
      }),
      { numRuns: 12 },
    );
  });

  it('keeps the corners of the stored picture through every tool', () => {
    const upright = drawSymbol('upright', { scale: 6 });
    const file = writePng(upright.data, upright.width, upright.height);
    const [plain] = decodeImage(file, {}, engine).symbols;
    const tools = toolsOf({
      crop: { x: 3, y: 5, width: upright.width - 8, height: upright.height - 9 },
      degrees: 33,
      invert: true,
      brightness: 10,
      contrast: 20,
      threshold: 100,
    });
    const [found] = decodeImage(file, { tools }, engine).symbols;
    expect(found!.text).toBe('upright');
    expect(found!.after).toEqual(['crop', 'rotate', 'invert', 'brightness', 'contrast', 'threshold']);
    for (const [i, [x, y]] of found!.corners.entries()) {
      const [ex, ey] = plain!.corners[i]!;
      expect(Math.hypot(x - ex, y - ey)).toBeLessThan(6);
    }
  });

  it('answers the changed picture where it is asked for', () => {
    const { changed } = decodeImage(
      png,
      { effort: 'fast', tools: [{ kind: 'rotate', degrees: 90 }], changedSide: 64 },
      engine,
    );
    expect(changed).toMatchObject({ width: 48, height: 64 });
    expect(changed!.data).toHaveLength(48 * 64);
    expect(decodeImage(png, { effort: 'fast' }, engine).changed).toBeUndefined();
  });

  it('says in the picture’s error what is wrong with a place', () => {
    const outside = toolsOf({ crop: { x: 5000, y: 0, width: 10, height: 10 } });
    expect(decodeImage(png, { tools: outside, locale: 'zh-cn' }, engine).error).toMatchObject({
      code: 'tool-outside',
      data: { width: 640, height: 480 },
    });
  });
});
