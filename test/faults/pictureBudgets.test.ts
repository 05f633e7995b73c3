/**
 * What the worst known picture of each format costs: memory for each pixel, of the whole process,
 * and how time grows with the size. Neither depends on how busy the machine is.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { PictureType } from '../../src/worker/qr/decode/pictureHeader';
import { largePictures } from './largePictures';

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

const [SMALL, LARGE] = [1200, 2400];
/**
 * Bytes for each pixel, the file itself included: what was measured, and less on top than one copy
 * in colours would take.
 */
const BYTES: Record<PictureType, number> = { png: 11, jpeg: 8, bmp: 9.7, gif: 8.4, tiff: 8.2, webp: 19 };
/** Four times the pixels: a square would take sixteen times as long. */
const MAX_GROWTH = 9;

it.each(Object.keys(BYTES) as PictureType[])('%s', (type) => {
  const small = costOf(`small.${type}`, largePictures[type](SMALL));
  const large = costOf(`large.${type}`, largePictures[type](LARGE));
  const bytes = ((large.megabytes - small.megabytes) * 1024 * 1024) / (LARGE * LARGE - SMALL * SMALL);
  expect(bytes).toBeLessThan(BYTES[type]);
  expect(large.ms / small.ms).toBeLessThan(MAX_GROWTH);
});
