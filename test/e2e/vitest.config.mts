import { defineConfig } from 'vitest/config';

/**
 * Scenarios in a real VS Code, one after the other: each has the machine, and a window, to itself.
 */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.e2e.ts'],
    globalSetup: ['./setUp.ts'],
    fileParallelism: false,
    // A busy machine takes its time.
    expect: { poll: { timeout: 60_000 } },
    // An editor that swallowed a key gets a second chance; what is broken fails twice.
    retry: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
