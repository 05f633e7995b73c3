// `npm run check`: everything about the source and the build that needs no test, two at a time. Each
// check prints one line; all run even when one fails.
import { bundles } from './checks/bundles.mjs';
import { lengths } from './checks/lengths.mjs';
import { offline } from './checks/offline.mjs';
import { tools } from './checks/tools.mjs';
import { words } from './checks/words.mjs';
import { seconds } from './run.mjs';

let failed = 0;

async function judge(check) {
  const start = Date.now();
  let problems;
  try {
    problems = await check.problems();
  } catch (error) {
    problems = [error.message];
  }
  if (problems.length > 0) failed++;
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${check.name} (${seconds(Date.now() - start)})`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '      '));
}

/** The last one looks at what the one before it built. */
const queue = [[bundles, offline], ...[...tools, lengths, words].map((check) => [check])];
const total = queue.flat().length;

/** Most of them are one process that keeps one core. */
async function lane() {
  for (let next = queue.shift(); next; next = queue.shift()) for (const check of next) await judge(check);
}

await Promise.all([lane(), lane()]);
console.log(`${total - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
