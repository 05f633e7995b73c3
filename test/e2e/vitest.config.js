'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
var config_1 = require('vitest/config');
/** Scenarios in a real VS Code, one after the other: each has the machine, and a window, to itself. */
exports.default = (0, config_1.defineConfig)({
  test: {
    root: import.meta.dirname,
    include: ['**/*.e2e.ts'],
    globalSetup: ['./packOnce.ts'],
    fileParallelism: false,
    testTimeout: 120000,
    hookTimeout: 180000,
  },
});
