import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/slowFirst';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
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
