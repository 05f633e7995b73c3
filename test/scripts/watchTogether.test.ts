/** What is written while sources change is of one state of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import { watchTogether } from '../../scripts/watchTogether.mjs';

const NAMES = Array.from({ length: 12 }, (_, i) => `entry${i}`);
const PATIENT = { timeout: 30_000 };

const folder = mkdtempSync(join(tmpdir(), 'watch-'));
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
put('shared.ts', "export const state = 'first';\n");
for (const name of NAMES) put(`${name}.ts`, "import { state } from './shared';\nconsole.log(state);\n");

const written: string[][] = [];
let errorCount = 0;
const counting: Plugin = {
  name: 'counting',
  setup: (build) => build.onEnd(({ errors }) => void (errorCount += errors.length)),
};
const start = () =>
  watchTogether(
    NAMES.map((name) => ({
      entryPoints: [join(folder, `${name}.ts`)],
      outfile: join(folder, 'out', `${name}.js`),
      bundle: true,
      write: false,
      logLevel: 'silent' as const,
      plugins: [counting],
    })),
    [folder],
    (files) => written.push(files.map(({ text }) => /"(\w+)"/.exec(text)![1]!)),
  );

let stop: Awaited<ReturnType<typeof start>>;
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

it('is all bundles, each time, and nothing while one cannot be built', async () => {
  const allOf = (state: string) => NAMES.map(() => state);
  stop = await start();
  await expect.poll(() => written.at(-1), PATIENT).toEqual(allOf('first'));
  put('shared.ts', "export const state = 'second';\n");
  await expect.poll(() => written.at(-1), PATIENT).toEqual(allOf('second'));
  put('entry3.ts', "import './nowhere';\n");
  await expect.poll(() => errorCount, PATIENT).toBeGreaterThan(0);
  put('shared.ts', "export const state = 'third';\n");
  put('entry3.ts', "console.log('mended');\n");
  const last = allOf('third').with(3, 'mended');
  await expect.poll(() => written.at(-1), PATIENT).toEqual(last);
  expect([...new Set(written.map(String))]).toEqual([allOf('first'), allOf('second'), last].map(String));
});
