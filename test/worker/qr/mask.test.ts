import { describe, expect, it } from 'vitest';
import { finishesOf } from '../../../src/worker/qr/finish';
import { applyMask } from '../../../src/worker/qr/mask';
import { template } from '../../../src/worker/qr/matrix';
import { unpacked } from '../../../src/worker/qr/packed';

describe('applyMask', () => {
  it('turns over the data modules that finishesOf says, and undoes itself', () => {
    const { size, path } = template(5);
    for (let mask = 0; mask < 8; mask++) {
      const modules = new Uint8Array(size * size);
      applyMask(modules, size, path, mask);
      const finish = unpacked(finishesOf(5, 'Q')[mask]!);
      expect(path.every((at) => modules[at] === finish[at])).toBe(true);
      applyMask(modules, size, path, mask);
      expect(modules.some((module) => module !== 0)).toBe(false);
    }
  });
});
