// `npm run check`: everything about the source and the build that needs no test. Each check prints
// one line; all run even when one fails.
import { bundles } from './checks/bundles.mjs';
import { lengths } from './checks/lengths.mjs';
import { offline } from './checks/offline.mjs';
import { tools } from './checks/tools.mjs';
import { words } from './checks/words.mjs';
import { seconds } from './run.mjs';

let failed = 0;
const checks = [...tools, lengths, words, bundles, offline];
for (const check of checks) {
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
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
