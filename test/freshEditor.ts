/**
 * A file that plays VS Code gets modules of its own: one that was loaded for another file would talk
 * to the VS Code that was played there.
 */
import { readFileSync } from 'node:fs';
import { expect, vi } from 'vitest';

if (readFileSync(expect.getState().testPath!, 'utf8').includes("vi.mock('vscode'")) vi.resetModules();
