import { defineConfig } from 'vitest/config';
import { newest, oldest } from '../../scripts/versions.mjs';
import LongestFirst from './longestFirst.mts';
import { windows } from './windows.mts';

/** The scenarios that rest on VS Code most: `npm test` walks those in the oldest version, too. */
const MAIN = [
  'make',
  'decode',
  'check',
  'dropAndPaste',
  'checklist',
  'attest',
  'baseline',
  'scaffold',
  'firstMinute',
  'history',
].map((name) => `${name}.e2e.ts`);

/** E2E_WIDE: every scenario in both versions, which takes half as long again; before a release. */
const inOldest = process.env.E2E_WIDE ? ['*.e2e.ts'] : MAIN;

/** E2E_LANES: how many files run at the same time, in both versions. */
const lanes = Number(process.env.E2E_LANES ?? 0);

/** The hung worker is a scenario of its own window, too. */
const together = new Set(['hungWorker.e2e.ts', ...[...windows.values()].flat()]);

/** A window with one of these scenarios walks all of its scenarios. */
const windowsOf = (include: string[]) =>
  [...windows]
    .filter(([, members]) => include.includes('*.e2e.ts') || members.some((name) => include.includes(name)))
    .map(([file]) => `windows/${file}`);

const scenarios = (version: string, include = ['*.e2e.ts']) => ({
  test: {
    root: import.meta.dirname,
    name: version,
    // In lanes: each scenario once, in its window.
    include: lanes > 0 ? [...include.filter((name) => !together.has(name)), ...windowsOf(include)] : include,
    exclude: lanes > 0 ? [...together] : [],
    env: { E2E_VERSION: version },
    // A busy machine takes its time.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

/** Scenarios in a real VS Code: each file has a window to itself. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    projects:
      lanes > 0 ? [scenarios(newest), scenarios(oldest, inOldest)] : [scenarios(process.env.E2E_VERSION ?? newest)],
    globalSetup: ['./setUp.ts'],
    maxWorkers: Math.max(lanes, 1),
    sequence: { sequencer: LongestFirst },
  },
});
