// Checks that other programs make: types, format and lint, import rules, unused code, stale
// generated files.
import { bin, run } from '../run.mjs';

/** A check that is one run of a program: its output is the list of problems. */
const program = (name, tool, args, hint = '') => ({
  name,
  async problems() {
    const { code, out } = await run(bin(tool), args);
    return code === 0 ? [] : [out.trim() + hint];
  },
});

/**
 * One type check per room that has its own libraries: the engine and the server know no Node, the
 * page and the tests in a browser no worker.
 */
const projects = ['.', 'src/worker', 'src/wasm', 'media/panel', 'test/panel', 'test/e2e'];

export const tools = [
  ...projects.map((folder) =>
    program(`types of ${folder === '.' ? 'src and test' : folder}`, 'tsc', ['--noEmit', '-p', folder]),
  ),
  program(
    'format and lint',
    'biome',
    ['ci', '--colors=off', '--diagnostic-level=warn', '--error-on-warnings', '.'],
    '\nMost of it is fixed by: npm run format',
  ),
  program('import rules', 'depcruise', ['src', 'media', '--config', '.dependency-cruiser.cjs']),
  program('unused code', 'knip', ['--no-progress']),
  program('generated files are fresh', 'tsx', ['scripts/generate.mts', '--check'], '\nRefresh them: npm run generate'),
];
