/** A long log is verified and exported in memory that does not grow with it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder, writer } from './logKit';
import { longLog } from './longLog';

const LINES = 100_000;
/** A sixth of the file. */
const HEAP_MB = 8;

/** With no more heap than that; where it does not do, Node ends with another code. */
const audit = (...args: string[]) =>
  spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, 'dist/cli.js', 'audit', ...args], {
    encoding: 'utf8',
    env: { ...process.env, QR_CODE_MASTER_AUDIT: 'off' },
  });

it(`${LINES} lines are verified and exported in a heap of ${HEAP_MB} MB, and a changed one is found by the next`, async () => {
  const folder = newFolder();
  const file = await longLog(folder, LINES, writer);
  expect(statSync(file).size).toBeGreaterThan(5 * HEAP_MB * 2 ** 20);

  const whole = audit('verify', folder, '--format', 'json');
  expect(whole.status, whole.stderr.slice(0, 500)).toBe(0);
  expect(JSON.parse(whole.stdout)).toMatchObject({ entries: LINES, problemCount: 0 });

  const exported = join(newFolder(), 'log.csv');
  const written = audit('export', folder, '--format', 'csv', '--output', exported);
  expect(written.status, written.stderr.slice(0, 500)).toBe(0);
  expect(readFileSync(exported, 'utf8').split('\r\n')).toHaveLength(LINES + 2);

  writeFileSync(file, readFileSync(file, 'utf8').replace('label-50000.png', 'label-50001.png'));
  const changed = audit('verify', folder, '--format', 'json');
  expect(changed.status).toBe(1);
  expect(JSON.parse(changed.stdout)).toMatchObject({ problems: [{ line: 50_001 }] });
});
