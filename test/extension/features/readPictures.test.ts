/** Many pictures: lanes, room, cancel, and what is known from before. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { byteRoom } from '../../../src/extension/features/byteRoom';
import { pictureCache } from '../../../src/extension/features/pictureCache';
import { type PictureHost, type ReadFile, readPictures } from '../../../src/extension/features/readPictures';
import type { DecodedPicture } from '../../../src/worker/protocol/picture';

const never = { isCancellationRequested: false };
const uris = Array.from({ length: 200 }, (_, i) => `file:///w/${i}%20b.png`);

const answer = (text: string): DecodedPicture => ({
  width: 10,
  height: 10,
  ms: 1,
  symbols: [
    {
      text,
      secret: text.startsWith('otpauth'),
      bytes: new TextEncoder().encode(text),
      format: 'QRCode',
      corners: [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
      ],
      engine: 'zxing-wasm',
      attempt: 'plain',
    },
  ],
});

/** Counts what is asked of it. */
function hostWith(text: (uri: string) => string, more: Partial<PictureHost> = {}) {
  const counts = { read: 0, decoded: 0, open: 0, most: 0 };
  const host: PictureHost = {
    stat: async () => ({ mtime: 5, size: 1000 }),
    async read(uri) {
      counts.read++;
      return new TextEncoder().encode(text(uri));
    },
    async decode(_name, bytes) {
      counts.decoded++;
      counts.most = Math.max(counts.most, ++counts.open);
      await new Promise(setImmediate);
      counts.open--;
      return answer(new TextDecoder().decode(bytes));
    },
    failed: (error) => ({ ...answer(''), symbols: [], error: { code: 'file-unreadable', message: String(error) } }),
    tooLarge: () => ({ ...answer(''), symbols: [], error: { code: 'file-unreadable', message: 'large' } }),
    ...more,
  };
  return { host, counts };
}

async function readAll(host: PictureHost, cache?: ReturnType<typeof pictureCache>, cancel = never) {
  const told: ReadFile[] = [];
  await readPictures(uris, host, { cache, cancel, told: (file) => told.push(file) });
  return told;
}

it('tells of every picture once, many at a time', async () => {
  const { host, counts } = hostWith((uri) => uri);
  const told = await readAll(host);
  expect(told.map(({ uri }) => uri).sort()).toEqual([...uris].sort());
  expect(told.find(({ uri }) => uri === uris[7])).toMatchObject({ name: '7 b.png', isKnown: false });
  expect(counts.most).toBeGreaterThan(8);
});

it('reads no more at a time than there is room for', async () => {
  const { host, counts } = hostWith((uri) => uri, { stat: async () => ({ mtime: 5, size: 30 * 2 ** 20 }) });
  expect(await readAll(host)).toHaveLength(200);
  expect(counts.most).toBe(2);
});

it('holds a bounded part of ten thousand pictures at a time, and nothing of those that are done', async () => {
  const MEGABYTE = 2 ** 20;
  const many = Array.from({ length: 10_000 }, (_, i) => `file:///w/${i}.png`);
  const sizeOf = (uri: string) => (1 + (Number(/\d+/.exec(uri)![0]) % 13)) * MEGABYTE;
  const held = new Map<string, number>();
  const most = { files: 0, bytes: 0, asked: 0 };
  let asked = 0;
  let done = 0;
  const { host } = hostWith((uri) => uri, {
    async stat(uri) {
      // Asked, but not done: what waits for room.
      most.asked = Math.max(most.asked, ++asked - done);
      return { mtime: 5, size: sizeOf(uri) };
    },
    async read(uri) {
      held.set(uri, sizeOf(uri));
      const bytes = [...held.values()].reduce((sum, size) => sum + size, 0);
      most.files = Math.max(most.files, held.size);
      most.bytes = Math.max(most.bytes, bytes);
      return new TextEncoder().encode(uri);
    },
    async decode(uri) {
      if (asked % 100 === 0) await new Promise(setImmediate);
      held.delete(uri);
      return answer(uri);
    },
  });
  const seen = new Set<number>();
  await readPictures(many, host, {
    cancel: never,
    told: (_, index) => {
      done++;
      seen.add(index);
    },
  });
  expect(seen.size).toBe(10_000);
  expect(held.size).toBe(0);
  expect(most.bytes).toBeLessThanOrEqual(64 * MEGABYTE);
  // Bounded by its limits, not by a reading that goes one by one.
  expect(most.bytes).toBeGreaterThan(40 * MEGABYTE);
  expect(most.files).toBeGreaterThan(4);
  expect(most.asked).toBeLessThanOrEqual(32);
});

it('lets one in that is larger than the room when it is alone, and the others in their turn', async () => {
  const room = byteRoom(10);
  const leave = await room.enter(50);
  const inside: number[] = [];
  const enter = async (size: number, i: number) => {
    const out = await room.enter(size);
    inside.push(i);
    return out;
  };
  const [first, ...others] = [6, 6, 1].map(enter);
  leave();
  const leaveFirst = await first!;
  await new Promise(setImmediate);
  expect(inside).toEqual([0]);
  leaveFirst();
  await Promise.all(others);
  expect(inside).toEqual([0, 1, 2]);
});

it('keeps what was told when it is cancelled, and takes no fault of the cancelled ones for one', async () => {
  const cancel = { isCancellationRequested: false };
  let decoded = 0;
  const { host } = hostWith((uri) => uri, {
    async decode(name) {
      if (++decoded > 40) {
        cancel.isCancellationRequested = true;
        throw new Error('request cancelled');
      }
      return answer(name);
    },
  });
  const told = await readAll(host, undefined, cancel);
  expect(told).toHaveLength(40);
});

it('goes on after a file that cannot be read or is too large, and ends with a decoder that fails', async () => {
  const { host } = hostWith((uri) => uri, {
    stat: async (uri) => {
      if (uri === uris[3]) throw new Error('gone');
      return { mtime: 1, size: uri === uris[4] ? 2 ** 40 : 10 };
    },
  });
  const told = await readAll(host);
  expect(told).toHaveLength(200);
  expect(told.filter(({ picture }) => picture.error).map(({ uri }) => uri)).toEqual([uris[3], uris[4]]);
  await expect(readAll({ ...host, decode: () => Promise.reject(new Error('dead')) })).rejects.toThrow('dead');
});

it('decodes an unchanged file only once, and one with the same content not at all', async () => {
  const { host, counts } = hostWith((uri) => uri);
  const first = pictureCache('1');
  await readAll(host, first);
  expect(counts).toMatchObject({ read: 200, decoded: 200 });
  const second = pictureCache('1', first.text());
  const told = await readAll(host, second);
  expect(counts).toMatchObject({ read: 200, decoded: 200 });
  expect(told.every(({ isKnown }) => isKnown)).toBe(true);
  expect(told.find(({ uri }) => uri === uris[7])!.picture).toEqual(answer(uris[7]!));
  // Another time of change, the same bytes.
  await readAll({ ...host, stat: async () => ({ mtime: 6, size: 1000 }) }, second);
  expect(counts).toMatchObject({ read: 400, decoded: 200 });
  await readAll(host, pictureCache('2', second.text()));
  expect(counts.decoded).toBe(400);
});

it('looks at the bytes of each file and tells their hash where that is asked for, whatever its time', async () => {
  const { host, counts } = hostWith((uri) => uri);
  const cache = pictureCache('1');
  await readAll(host, cache);
  const told: ReadFile[] = [];
  // Changed within its time and size.
  const changed = { ...host, read: async (uri: string) => host.read(uri === uris[3] ? 'another' : uri) };
  await readPictures(uris, changed, { cache, isExact: true, cancel: never, told: (file) => told.push(file) });
  expect(counts).toMatchObject({ read: 400, decoded: 201 });
  for (const { uri, picture, content } of told) {
    const text = uri === uris[3] ? 'another' : uri;
    expect(picture.symbols[0]!.text).toBe(text);
    expect(content).toEqual({ sha256: createHash('sha256').update(text).digest('hex'), size: text.length });
  }
  const alone: ReadFile[] = [];
  await readPictures([uris[0]!], host, { isExact: true, cancel: never, told: (file) => alone.push(file) });
  expect(alone[0]!.content!.size).toBe(uris[0]!.length);
});

it('keeps no secret: such a picture is decoded again', async () => {
  const seed = 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP';
  const { host, counts } = hostWith(() => seed);
  const cache = pictureCache('1');
  await readAll(host, cache);
  const before = counts.decoded;
  expect(cache.text()).not.toContain('JBSWY');
  expect(cache.text()).not.toContain(btoa(seed).slice(0, 20));
  expect((await readAll(host, pictureCache('1', cache.text()))).every(({ isKnown }) => !isKnown)).toBe(true);
  expect(counts.decoded).toBeGreaterThan(before);
});
