import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { endsWell } from '../../../../src/worker/qr/decode/endsWell';

const pictures = join(import.meta.dirname, '../../../../samples/pictures');

it.each([
  ['hello.png', 'png'],
  ['table.jpg', 'jpeg'],
] as const)('%s: whole, with a little behind its end, and cut anywhere', (name, type) => {
  const bytes = new Uint8Array(readFileSync(join(pictures, name)));
  expect(endsWell(bytes, type)).toBe(true);
  expect(endsWell(Uint8Array.of(...bytes, 0, 10, 13), type)).toBe(true);
  for (const share of [0.1, 0.5, 0.9]) expect(endsWell(bytes.subarray(0, bytes.length * share), type)).toBe(false);
  expect(endsWell(new Uint8Array(), type)).toBe(false);
});
