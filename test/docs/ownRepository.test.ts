/** The project's own files keep the rules of level 3, where they are of a kind that has rules. */
import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** What shows mistakes on purpose, and what a rule reports. */
const SHOWN = /^(?:samples|test|bench|docs\/rules|docs\/decisions)\//;

it('has nothing that is more than a hint', () => {
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((file) => !SHOWN.test(file) && /^\.ci\/|\.(?:md|ya?ml|sh|conf|toml)$|^\.[a-z]+$/.test(file));
  expect(files).toContain('.ci/run');
  const args = ['dist/cli.js', 'lint', '--profile', 'mlps3', '--format', 'json', ...files];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  const linted: { path: string; findings: { rule: string; severity: string; suppressed?: object }[] }[] =
    JSON.parse(stdout).files;
  expect(linted.length).toBeGreaterThan(4);
  const grave = linted.flatMap(({ path, findings }) =>
    findings
      .filter(({ severity, suppressed }) => severity !== 'info' && !suppressed)
      .map(({ rule }) => `${path} ${rule}`),
  );
  expect(grave).toEqual([]);
});
