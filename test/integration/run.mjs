// Bundles the tests of this folder, runs them in the extension host of a real VS Code under the
// recorder of sockets and programs, prints one line each and writes a JSON report. node test/integration/run.mjs [--version 4.139.1] [--port N]
// [--report FILE]
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { tsImport } from 'tsx/esm/api';
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
const { EVERY_THREAD, recorder } = await tsImport('../quiet/recorder.ts', import.meta.url);
const record = recorder(path.join(folder, 'record'), path.join(root, 'dist'));
const server = await startVscode({
  workspace,
  version: values.version,
  port: Number(values.port),
  state: path.join(folder, 'server'),
  fresh: true,
  env: { INTEGRATION_REPORT: report, NODE_OPTIONS: `--require ${record.file}` },
  log: (text) => console.error(text),
});
try {
  process.exitCode = await runTestsInHost(server.url, { dev: root, tests });
  const outcomes = JSON.parse(readFileSync(report, 'utf8'));
  const unheard = EVERY_THREAD.filter((thread) => !record.watched().includes(thread));
  const wrong = [
    ...record.reached().map(({ reached, frames }) => [reached, ...frames].join('\n')),
    ...unheard.map((thread) => `the recorder was not in ${thread}`),
  ];
  outcomes.push({ name: 'nothing was reached for', ms: 0, ...(wrong.length > 0 && { error: wrong.join('\n') }) });
  writeFileSync(report, JSON.stringify(outcomes));
  if (wrong.length > 0) process.exitCode = 1;
  for (const { name, ms, error } of outcomes) {
    console.log(
      `${error === undefined ? 'ok  ' : 'FAIL'} ${name} (${Math.round(ms)} ms)${error === undefined ? '' : `\n${error}`}`,
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
