import { defineConfig } from 'vitest/config';
import { newest, oldest } from '../../scripts/versions.mjs';
import LongestFirst from './longestFirst.mts';

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
  'results',
  'folder',
  'menus',
  'waysOut',
  'hardPictures',
  'pictureSecrets',
  'looks',
  'pictureTools',
  'readKinds',
].map((name) => `${name}.e2e.ts`);

/** E2E_LANES: how many files run at the same time, in both versions. */
const lanes = Number(process.env.E2E_LANES ?? 0);

const scenarios = (version: string, include = ['*.e2e.ts']) => ({
  test: {
    root: import.meta.dirname,
    name: version,
    include,
    env: { E2E_VERSION: version },
    // A busy machine takes its time.
    expect: { poll: { timeout: 60_000 } },
    // An editor that swallowed a key gets a second chance; what is broken fails twice.
    retry: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

/** Scenarios in a real VS Code: each file has a window to itself. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    projects: lanes > 0 ? [scenarios(newest), scenarios(oldest, MAIN)] : [scenarios(process.env.E2E_VERSION ?? newest)],
    globalSetup: ['./setUp.ts'],
    maxWorkers: Math.max(lanes, 1),
    sequence: { sequencer: LongestFirst },
  },
});
