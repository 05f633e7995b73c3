// Bundles the tests of this folder, runs them in the extension host of a real VS Code, prints one
// line each and writes a JSON report. node test/integration/run.mjs [--version 4.139.1] [--port N]
// [--report FILE]
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { root } from '../../scripts/run.mjs';
import { newest } from '../../scripts/versions.mjs';
import { runTestsInHost } from '../e2e/kit/develop.mjs';
import { startVscode } from '../e2e/kit/server.mjs';

const { values } = parseArgs({
  options: {
    version: { type: 'string', default: newest },
    port: { type: 'string', default: '8974' },
    report: { type: 'string' },
  },
});
const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-host-'));
const report = path.resolve(values.report ?? path.join(folder, 'report.json'));
const tests = path.join(folder, 'tests.cjs');
const workspace = path.join(folder, 'samples');

cpSync(path.join(root, 'samples'), workspace, { recursive: true });
await esbuild.build({
  entryPoints: [path.join(root, 'test/integration/index.ts')],
  outfile: tests,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  logLevel: 'warning',
});
const server = await startVscode({
  workspace,
  version: values.version,
  port: Number(values.port),
  state: path.join(folder, 'server'),
  fresh: true,
  env: { INTEGRATION_REPORT: report },
  log: (text) => console.error(text),
});
try {
  process.exitCode = await runTestsInHost(server.url, { dev: root, tests });
  for (const { name, ms, error } of JSON.parse(readFileSync(report, 'utf8'))) {
    console.log(
      `${error === undefined ? 'ok  ' : 'FAIL'} ${name} (${Math.round(ms)} ms)${error === undefined ? '' : `\n${error}`}`,
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
