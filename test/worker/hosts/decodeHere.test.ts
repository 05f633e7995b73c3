/** Without a thread: the same answers, and the same end at the deadline. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type * as decoder from '../../../src/worker/hosts/decoder';
import { spawnNodeDecodeThread } from '../../../src/worker/hosts/spawnNodeDecodeThread';
import { createDecodePool } from '../../../src/worker/qr/decode/pool';

const root = join(import.meta.dirname, '../../..');
const dist = join(root, 'dist');
const { decodeHere } = createRequire(import.meta.url)(join(dist, 'decoder.js')) as typeof decoder;
const spawns = { here: decodeHere, thread: () => spawnNodeDecodeThread(dist) };

/** 24-bit BMP of noise: more than one look at it takes milliseconds. */
function noise(side: number): Uint8Array {
  const bytes = Buffer.alloc(54 + 3 * side * side);
  bytes.write('BM');
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeUInt32LE(side, 18);
  bytes.writeUInt32LE(side, 22);
  bytes.writeUInt32LE(0x18_0001, 26);
  let seed = 1;
  for (let i = 54; i < bytes.length; i++) {
    seed = (seed * 48271) % 0x7fffffff;
    bytes[i] = seed & 1 ? 255 : 0;
  }
  return bytes;
}

async function decodeBoth(bytes: Uint8Array, timeoutMs: number) {
  const answers = [];
  for (const spawn of Object.values(spawns)) {
    const pool = createDecodePool({ spawn, size: 1 });
    const { ms: _, ...picture } = await pool.decode({ bytes: Uint8Array.from(bytes) }, { timeoutMs });
    pool.close();
    answers.push(picture);
  }
  return answers;
}

test('a picture of each format is read as in a thread', async () => {
  for (const name of ['hello.png', 'table.jpg', 'label.webp', 'label.gif', 'label.bmp', 'no-code.png']) {
    const [here, thread] = await decodeBoth(readFileSync(join(root, 'samples/pictures', name)), 600_000);
    expect(here).toEqual(thread);
    expect(here!.symbols.length > 0).toBe(name !== 'no-code.png');
  }
});

test('what overruns its time is answered as from a thread that was ended', async () => {
  const [here, thread] = await decodeBoth(noise(2000), 10);
  expect(here).toEqual(thread);
  expect(here!.error?.code).toBe('decode-timeout');
});
