// Checks that other programs make: types, format and lint, import rules, unused code, stale generated files.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bin, root, run } from '../run.mjs';

/** A check that is one run of a program: its output is the list of problems. */
const program = (name, tool, args, hint = '') => ({
  name,
  async problems() {
    const { code, out } = await run(bin(tool), args);
    return code === 0 ? [] : [out.trim() + hint];
  },
});

/** One type check per room that has its own libraries (Node and workers, the panel's page, the tests in a browser). */
const projects = ['.', 'media/panel', 'test/e2e'].filter((folder) => existsSync(path.join(root, folder, 'tsconfig.json')));

export const tools = [
  ...projects.map((folder) => program(`types of ${folder === '.' ? 'src and test' : folder}`, 'tsc', ['--noEmit', '-p', folder])),
  program(
    'format and lint',
    'biome',
    ['ci', '--colors=off', '--diagnostic-level=warn', '--error-on-warnings', '.'],
    '\nMost of it mends itself: npm run format',
  ),
  program('import rules', 'depcruise', ['src', 'media', '--config', '.dependency-cruiser.cjs']),
  program('unused code', 'knip', ['--no-progress']),
  ...(existsSync(path.join(root, 'scripts', 'generate.ts'))
    ? [program('generated files are fresh', 'tsx', ['scripts/generate.ts', '--check'], '\nRefresh them: npm run generate')]
    : []),
];
