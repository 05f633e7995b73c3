/**
 * How many pictures of the proving ground each effort reads: the numbers may rise (then raise them
 * here), never fall.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Effort } from '../../../../src/worker/protocol/picture';
import { climb } from '../../../../src/worker/qr/decode/ladder';
import { prepareZxing } from '../../../../src/worker/qr/decode/prepareZxing';
import type { Zxing } from '../../../../src/worker/qr/decode/zxing';
import { type DegradationName, degradations } from './provingGround/degradations';
import { provingPictures } from './provingGround/pictures';
import scoreboard from './provingGround/scoreboard.json';

const COUNT = 6;

let zxing: Zxing;
beforeAll(async () => {
  zxing = await prepareZxing(readFileSync(createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm')));
});

function score(name: DegradationName, effort: Effort): { read: number; wrong: string[] } {
  const result = { read: 0, wrong: [] as string[] };
  for (const { gray, text } of provingPictures(name, COUNT)) {
    const texts = climb(gray, zxing, effort, 'qr', () => false).search.symbols.map((symbol) => symbol.text);
    if (texts.includes(text)) result.read++;
    result.wrong.push(...texts.filter((t) => t !== text));
  }
  return result;
}

const names = Object.keys(degradations) as DegradationName[];
const least: Record<string, Partial<Record<DegradationName, number>>> = scoreboard;

describe.each(['fast', 'normal'] as const)('proving ground, %s', (effort) => {
  it.each(names)('%s', (name) => {
    const { read, wrong } = score(name, effort);
    expect(wrong).toEqual([]);
    if (process.env.SCOREBOARD) console.log(`SCORE ${effort} ${name} ${read}`);
    else expect(read).toBeGreaterThanOrEqual(least[effort]![name]!);
  });
});
