import { expect, test } from 'vitest';
import { withinTime } from '../../../src/worker/hosts/withinTime';

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

test('work that ends gives its value, or throws its error', () => {
  expect(withinTime(60_000, () => 7)).toBe(7);
  expect(() =>
    withinTime(60_000, () => {
      throw new RangeError('mine');
    }),
  ).toThrow(RangeError);
});

test('a loop without end is ended, whatever catches around it', () => {
  const start = performance.now();
  const work = () => {
    for (;;) {
      try {
        for (;;);
      } catch {}
    }
  };
  expect(withinTime(30, work)).toBeUndefined();
  expect(performance.now() - start).toBeGreaterThan(29);
});

test('so is one in WebAssembly', () => {
  const head = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 0x66, 0, 0];
  const loop = [10, 9, 1, 7, 0, 3, 0x40, 0x0c, 0, 0x0b, 0x0b];
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from([...head, ...loop]))).exports as {
    f(): void;
  };
  expect(withinTime(30, f)).toBeUndefined();
});
