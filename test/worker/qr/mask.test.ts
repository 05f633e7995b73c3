import { describe, expect, it } from 'vitest';
import { applyMask, maskOf } from '../../../src/worker/qr/mask';
import { template } from '../../../src/worker/qr/matrix';
import { unpacked } from '../../../src/worker/qr/packed';

describe('applyMask', () => {
  it('turns over what maskOf says, and undoes itself', () => {
    const { size, path } = template(5);
    for (let mask = 0; mask < 8; mask++) {
      const modules = new Uint8Array(size * size);
      applyMask(modules, size, path, mask);
      expect(modules).toEqual(unpacked(maskOf(5, mask)));
      applyMask(modules, size, path, mask);
      expect(modules.some((module) => module !== 0)).toBe(false);
    }
  });
});
