import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest are begun first: the last one running alone is time that all wait for. Some
 * of them; in a fresh clone nothing else knows.
 */
const SLOW = [
  'compliance/growth.test.ts',
  'hosts/parity.test.ts',
  'panel/accessible.test.ts',
  'panel/inSight.test.ts',
  'faults/commandLine.test.ts',
  'compliance/fixes.test.ts',
  'panel/layout.test.ts',
  'panel/breakOut.test.ts',
  'quiet/commands.test.ts',
  'panel/makeView.test.ts',
  'compliance/kindBudgets.test.ts',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = SLOW.findIndex((name) => moduleId.endsWith(name));
  return at < 0 ? SLOW.length : at;
};

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  // As the build has it.
  resolve: { alias: { 'icodec/dist/webp-dec.js': resolve('node_modules/icodec/dist/webp-dec.js') } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // Several times of what the longest takes: on a machine that is busy with others.
    testTimeout: 180_000,
    // Builds and whole workspaces that are judged by three hosts, on a busy machine.
    hookTimeout: 180_000,
    globalSetup: 'test/buildOnce.ts',
    // Before the codecs, which are given to the modules that are there by then.
    setupFiles: ['test/freshEditor.ts', 'src/worker/hosts/nodeCodecs.ts'],
    pool: 'threads',
    // Half of the time went into loading the same modules again for each file.
    isolate: false,
    // Some wait for a browser or another program.
    maxWorkers: '150%',
    sequence: { sequencer: SlowFirst },
    unstubGlobals: true,
    restoreMocks: true,
  },
});
