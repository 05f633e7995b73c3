/**
 * What the worst known picture of each format costs: memory for each pixel, of the whole process,
 * how time grows with the size, and time by a loop of a fixed length that is measured beside it. None
 * depends on how busy the machine is.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fixedLoop } from '../fixedLoop';
import { largePictures, manyPictures } from './largePictures';

type Format = keyof typeof largePictures;

const folder = mkdtempSync(join(tmpdir(), 'budgets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const meter = join(folder, 'meter.cjs');
writeFileSync(
  meter,
  // The system's own figure, where there is one: the other begins with what the parent has.
  `process.on('exit', () => {
    const { existsSync, readFileSync, writeSync } = require('node:fs');
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
    const kilobytes = Number(/VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? maxRSS);
    writeSync(2, JSON.stringify({ kilobytes, micros: userCPUTime + systemCPUTime }));
  });`,
);

interface Cost {
  megabytes: number;
  ms: number;
}

function costOf(name: string, bytes: Uint8Array): Cost {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const args = ['--max-old-space-size=384', '--require', meter, 'dist/cli.js', 'decode', file, '--format', 'jsonl'];
  const env = { ...process.env, QR_CODE_MASTER_AUDIT: 'off' };
  const { stdout, stderr } = spawnSync(process.execPath, [...args, '--timeout-ms', '120000', '--effort', 'fast'], {
    encoding: 'utf8',
    env,
  });
  expect(JSON.parse(stdout)).toMatchObject({ width: expect.any(Number), symbols: [] });
  expect(JSON.parse(stdout).error).toBeUndefined();
  const { kilobytes, micros } = JSON.parse(/\{[^{}]*\}$/.exec(stderr)![0]);
  return { megabytes: kilobytes / 1024, ms: micros / 1000 };
}

/** The fixed loop in a process of its own, as the pictures are. */
function loopMs(): number {
  const script = `${fixedLoop}; for (let i = 0; i < 10; i++) fixedLoop();`;
  const run = (text: string) => {
    const { stderr } = spawnSync(process.execPath, ['--require', meter, '-e', text], { encoding: 'utf8' });
    return JSON.parse(stderr).micros / 1000;
  };
  return (run(script) - run('')) / 10;
}

const [SMALL, LARGE] = [1200, 2400];
/**
 * Bytes for each pixel, the file itself included: what was measured, and less on top than one copy
 * in colours would take.
 */
const BYTES: Record<Format, number> = { png: 11, jpeg: 8, bmp: 9.7, gif: 8.4, tiff: 8.2, webp: 19, ico: 10.5 };
/** Time of a million pixels, in fixed loops: four times what was measured. */
const LOOPS: Record<Format, number> = { png: 6, jpeg: 6, bmp: 8, gif: 20, tiff: 5, webp: 10, ico: 6 };
/** Four times the pixels: a square would take sixteen times as long. */
const MAX_GROWTH = 9;

it.each(Object.keys(BYTES) as Format[])('%s', (type) => {
  const small = costOf(`small.${type}`, largePictures[type](SMALL));
  const large = costOf(`large.${type}`, largePictures[type](LARGE));
  const bytes = ((large.megabytes - small.megabytes) * 1024 * 1024) / (LARGE * LARGE - SMALL * SMALL);
  expect(bytes).toBeLessThan(BYTES[type]);
  expect(large.ms / small.ms).toBeLessThan(MAX_GROWTH);
  const megapixels = (LARGE * LARGE - SMALL * SMALL) / 1e6;
  expect((large.ms - small.ms) / loopMs() / megapixels).toBeLessThan(LOOPS[type]);
});

/** The largest that is read unless a user allows more: 100 megapixels. */
const LARGEST = 10_000;
/** What docs/security.md says, MB. */
const MOST = 600;

it.each(['png', 'tiff'] as const)('%s of many pictures', (type) => {
  expect(costOf(`many.${type}`, manyPictures[type](LARGEST)).megabytes).toBeLessThan(MOST);
});
