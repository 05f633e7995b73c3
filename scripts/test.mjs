// `npm test`: unit tests, tests of pages, processes and budgets, tests inside the real extension
// host, and scenarios in the real VS Code (all in the newest, the main ones in the oldest). --unit:
// only the fast part. The last line is `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
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
async function vitest(name, args, { show = true, env = {} } = {}) {
  const report = path.join(results, `${name.replace(/\W+/g, '-')}.json`);
  const reporters = [
    `--reporter=${show === true ? 'dot' : 'default'}`,
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code, ms } = await run(bin('vitest'), ['run', ...reporters, ...args], { show, env });
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
async function integration(version, port, show) {
  const report = path.join(results, `integration-${version}.json`);
  const args = ['test/integration/run.mjs', '--version', version, '--port', port, '--report', report];
  const { code, ms } = await node(args, { show });
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
 * The scenarios that rest on VS Code most: those are walked in the oldest version too, beside all
 * of them in the newest.
 */
const MAIN = [
  'make',
  'decode',
  'check',
  'dropAndPaste',
  'checklist',
  'attest',
  'baseline',
  'scaffold',
  'firstMinute',
  'history',
].map((name) => `${name}.e2e`);

/** Scenarios that the lane of the oldest version walks in the newest at its end: so both take as long. */
const SECOND = ['disk', 'history', 'hungWorker', 'operationLog', 'pictureWays', 'scaffold', 'settings'].map(
  (name) => `${name}.e2e`,
);

/**
 * Tests of whole pages in a browser, whole processes and budgets: a part of their own, for what is
 * run after each change should answer soon.
 */
const WHOLE = [
  'test/panel/',
  'test/faults/',
  'test/quiet/',
  'test/audit/',
  'test/cli/',
  'test/scripts/',
  'test/docs/ci.test.ts',
  'test/worker/hosts/',
  'test/worker/compliance/growth.test.ts',
  'test/worker/compliance/kindBudgets.test.ts',
  'test/worker/compliance/scaffold/mutations.test.ts',
];

/** Two lanes at the same time, each on a port of its own: all in the newest, and the main ones in the oldest. */
async function inVsCode() {
  const start = Date.now();
  const vsix = await pack({ out: path.join(results, 'qr-code-master.vsix') });
  console.log(`Packed in ${seconds(Date.now() - start)}`);
  const firstPort = Number(process.env.E2E_PORT ?? 8976);
  const lane = (i) => {
    const port = String(firstPort + i);
    const show = (version) => `${version.padEnd(8)} │ `;
    return {
      integration: (version) => integration(version, port, show(version)),
      scenarios: (version, name, args) =>
        vitest(name, ['--config', 'test/e2e/vitest.config.mts', ...args], {
          show: show(version),
          env: { E2E_VSIX: vsix, E2E_VERSION: version, E2E_PORT: port },
        }),
    };
  };
  const first = async ({ integration, scenarios }) => {
    await integration(newest);
    await scenarios(
      newest,
      `VS Code ${newest}`,
      SECOND.flatMap((name) => ['--exclude', `**/${name}.ts`]),
    );
  };
  const second = async ({ integration, scenarios }) => {
    await integration(oldest);
    await scenarios(oldest, `VS Code ${oldest}`, MAIN);
    await scenarios(newest, `VS Code ${newest}, the rest`, SECOND);
  };
  await Promise.all([first(lane(0)), second(lane(1))]);
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
