/** Animations written by ImageMagick; the animated PNG is put together here from PNG files. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DecodeEngine, decodeImage } from '../../../../src/worker/qr/decode/decodeImage';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { prepareWebp } from '../../../../src/worker/qr/decode/pixels/readWebp';
import { writePng } from '../../../../src/worker/qr/png';
import { drawSymbol } from './drawSymbol';
import { testEngine } from './engine';

const fixture = (name: string) => new Uint8Array(readFileSync(join(__dirname, '../../../fixtures', name)));

let engine: DecodeEngine;
beforeAll(async () => {
  engine = await testEngine();
  await prepareWebp(() => readFileSync(createRequire(__filename).resolve('icodec/webp-dec.wasm')));
});

const chunk = (name: string, body: Uint8Array | Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(name, 4);
  return Buffer.concat([head, body, Buffer.alloc(4)]);
};
const dataOf = (png: Uint8Array) => {
  const at = Buffer.from(png).indexOf('IDAT');
  return png.subarray(at + 4, at + 4 + new DataView(png.buffer, png.byteOffset).getUint32(at - 4));
};

/** Frames of the size of the first; each shown whole. */
function apng(frames: Gray[], count = frames.length): Uint8Array {
  const [first] = frames.map(({ data, width, height }) => writePng(data, width, height));
  const control = (sequence: number) => {
    const body = Buffer.alloc(26);
    [sequence, frames[0]!.width, frames[0]!.height].forEach((value, i) => {
      body.writeUInt32BE(value, 4 * i);
    });
    return chunk('fcTL', body);
  };
  const animation = Buffer.alloc(8);
  animation.writeUInt32BE(count);
  const parts = [Buffer.from(first!.subarray(0, 33)), chunk('acTL', animation)];
  frames.forEach(({ data, width, height }, i) => {
    const idat = dataOf(writePng(data, width, height));
    parts.push(control(i), i === 0 ? chunk('IDAT', idat) : chunk('fdAT', Buffer.concat([Buffer.alloc(4), idat])));
  });
  return new Uint8Array(Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]));
}

const blank = (side: number): Gray => ({ data: new Uint8Array(side * side).fill(255), width: side, height: side });

describe('an animation', () => {
  it.each(['animation/frames.gif', 'animation/frames.webp'])('gives the symbols of all frames: %s', (name) => {
    const { symbols, notes, error } = decodeImage(fixture(name), {}, engine);
    expect(symbols.map(({ text }) => text)).toEqual(['tiff', 'page 2']);
    expect(symbols.every(({ frame }) => frame)).toBe(true);
    expect([notes, error]).toEqual([undefined, undefined]);
  });

  it('as PNG, too; what stays is told once', () => {
    const blank = drawSymbol('one');
    const frames = [
      { ...blank, data: new Uint8Array(blank.data.length).fill(255) },
      drawSymbol('one'),
      drawSymbol('one'),
      drawSymbol('two'),
    ];
    const { symbols, notes } = decodeImage(apng(frames), {}, engine);
    expect(symbols.map(({ text, frame }) => [text, frame])).toEqual([
      ['one', 1],
      ['two', 3],
    ]);
    expect(notes).toBeUndefined();
  });

  it('says how many frames were not looked at', () => {
    expect(decodeImage(apng([drawSymbol('one'), drawSymbol('two')], 9), {}, engine)).toMatchObject({
      symbols: [{ text: 'one' }, { text: 'two' }],
      notes: [{ code: 'picture-frames-left', data: { count: 9, looked: 2 } }],
    });
    // Of one larger than any screen the frames would take many times its memory.
    const large = decodeImage(apng([blank(4100), blank(4100)]), { effort: 'fast' }, engine);
    expect(large.notes).toMatchObject([{ code: 'picture-frames-left', data: { count: 2, looked: 1 } }]);
    let time = 0;
    const late = { ...engine, now: () => (time += 1000) };
    expect(decodeImage(fixture('animation/frames.gif'), { timeoutMs: 1000, effort: 'fast' }, late)).toMatchObject({
      cutOff: true,
      notes: [{ code: 'picture-frames-left', data: { count: 4, looked: 1 } }],
    });
  });
});

it('reads the largest picture of an icon', () => {
  expect(decodeImage(fixture('icon.ico'), { name: 'icon.ico' }, engine)).toMatchObject({ symbols: [{ text: 'tiff' }] });
});
