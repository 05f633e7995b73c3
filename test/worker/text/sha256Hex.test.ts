import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256Hex } from '../../../src/worker/text/sha256Hex';

it.each([0, 1, 55, 56, 64, 70_000])('gives the SHA-256 of %i bytes as Node does', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => i * 31);
  expect(await sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('takes a view of a larger buffer for what the view shows', async () => {
  const bytes = new TextEncoder().encode('xabcx').subarray(1, 4);
  expect(await sha256Hex(bytes)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
