// `npm test`: unit tests, tests of pages, processes and budgets, tests inside the real extension
// host, and scenarios in the real VS Code (all in the newest, the main ones in the oldest). --unit:
// only the fast part. The last line is `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bring, explain } from './debian.mjs';
import { pack } from './package.mjs';
import { bin, node, root, run, seconds } from './run.mjs';
import { newest, oldest } from './versions.mjs';

const results = path.join(root, 'test-results');
const totals = { passed: 0, failed: 0 };

function count(name, passed, failed, ms) {
  totals.passed += passed;
  totals.failed += failed;
  console.log(`\n== ${name}: ${passed} passed, ${failed} failed (${seconds(ms)})\n`);
}

/**
 * One vitest run, counted from its JSON report; a file that does not even load counts as one
 * failure.
 */
async function vitest(name, args) {
  const report = path.join(results, `${name.replace(/\W+/g, '-')}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code, ms } = await run(bin('vitest'), ['run', ...reporters, ...args], { show: true });
  let passed = 0;
  let failed = 0;
  try {
    const { testResults, numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    passed = numPassedTests;
    failed =
      numFailedTests +
      testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  } catch {
    failed = 1;
  }
  count(name, passed, code !== 0 && failed === 0 ? 1 : failed, ms);
}

/** Tests that run where the extension runs, in VS Code's extension host. */
async function integration(version, port) {
  const report = path.join(results, `integration-${version}.json`);
  const args = ['test/integration/run.mjs', '--version', version, '--port', port, '--report', report];
  const { code, ms } = await node(args, { show: `${version.padEnd(8)} │ ` });
  let tests = [];
  try {
    tests = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log('The tests in the extension host left no report.');
  }
  const failed = tests.filter(({ error }) => error !== undefined).length;
  count(`extension host ${version}`, tests.length - failed, code !== 0 && failed === 0 ? 1 : failed, ms);
}

/**
 * Tests of whole pages in a browser, whole processes and budgets: a part of their own, for what is
 * run after each change should answer soon.
 */
const WHOLE = [
  'test/panel/',
  'test/faults/',
  'test/quiet/',
  'test/audit/',
  'test/extension/audit/logThreadHung.test.ts',
  'test/cli/',
  'test/scripts/',
  'test/docs/ci.test.ts',
  'test/worker/hosts/',
  'test/worker/compliance/growth.test.ts',
  'test/worker/compliance/kindBudgets.test.ts',
  'test/worker/compliance/scaffold/mutations.test.ts',
  'test/worker/compliance/assess/report/edges.test.ts',
  'test/worker/compliance/assess/report/reportSizes.test.ts',
];

/**
 * The tests in the extension hosts of both versions, then the scenarios in two lanes, which take the
 * next file when they are free.
 */
async function inVsCode() {
  const start = Date.now();
  const vsix = await pack({ out: path.join(results, 'qr-code-master.vsix') });
  console.log(`Packed in ${seconds(Date.now() - start)}`);
  const port = Number(process.env.E2E_PORT ?? 8976);
  await Promise.all([newest, oldest].map((version, i) => integration(version, String(port + i))));
  const env = { E2E_VSIX: vsix, E2E_PORT: String(port) };
  const first = await scenarios(['--reporter=json', `--outputFile.json=${path.join(results, 'vs-code.json')}`], {
    ...env,
    E2E_LANES: '2',
    E2E_ATTEMPT: '1',
  });
  console.log(`Scenarios: ${seconds(first.ms)} in two lanes`);
  // An editor that swallowed a key gets a second chance; what is broken fails twice.
  const failed = first.files.filter((each) => each.failed > 0);
  const again = failed.length > MOST_AGAIN ? [] : failed;
  const files = first.files.filter((each) => !again.includes(each));
  for (const version of new Set(again.map((each) => each.version))) {
    const names = again.filter((each) => each.version === version).map(({ file }) => file);
    console.log(`\nA second attempt in VS Code ${version}: ${names.join(', ')}`);
    const second = await scenarios(['--project', version, ...names], { ...env, E2E_LANES: '1' });
    files.push(...second.files);
    const isUntold = second.code !== 0 && second.files.every((each) => each.failed === 0);
    if (second.files.length < names.length || isUntold) count('second attempt', 0, 1, second.ms);
  }
  for (const version of [newest, oldest]) {
    const of = files.filter((each) => each.version === version);
    const sum = (key) => of.reduce((total, each) => total + each[key], 0);
    count(`VS Code ${version}`, sum('passed'), sum('failed'), sum('ms'));
  }
  if (first.files.length === 0 || (first.code !== 0 && failed.length === 0)) count('scenarios', 0, 1, first.ms);
}

/** More files than these do not fail because an editor swallowed a key. */
const MOST_AGAIN = 6;

/** Scenario files in the real VS Code: each with its counts, none where they left no report. */
async function scenarios(args, env) {
  const counts = path.join(results, 'scenarios.json');
  rmSync(counts, { force: true });
  const { code, ms } = await run(
    bin('vitest'),
    [
      'run',
      '--config',
      'test/e2e/vitest.config.mts',
      '--reporter=default',
      '--reporter=./test/e2e/countFiles.mts',
      ...args,
    ],
    { show: true, env: { ...env, E2E_COUNTS: counts } },
  );
  const files = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : [];
  return { code, ms, files };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const build = await node(['esbuild.mjs', '--metafile'], { show: true });
if (build.code !== 0) count('build', 0, 1, build.ms);
const everything = !process.argv.includes('--unit');
// Unit tests use the browser and the second readers too, and skip what is not there.
const missing = everything ? await bring() : [];
await vitest(
  'unit',
  WHOLE.flatMap((name) => ['--exclude', name.endsWith('/') ? `${name}**` : name]),
);
if (everything) await vitest('pages, processes and budgets', WHOLE);
if (missing.length > 0) {
  console.error(explain(missing));
  count('real VS Code', 0, 1, 0);
} else if (everything) {
  await inVsCode();
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
