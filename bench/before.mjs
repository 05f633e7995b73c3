// This build beside an earlier one: `npm run bench -- before COMMIT [ROUNDS]` prints Markdown (medians
// of the rounds, in which the builds take turns; needs Chromium, as the scenarios do).
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../scripts/run.mjs';
import { newest } from '../scripts/versions.mjs';
import { runTestsInHost } from '../test/e2e/kit/develop.mjs';
import { startVscode } from '../test/e2e/kit/server.mjs';
import { inactive } from './inactive.mjs';

const [commit, wanted] = process.argv.slice(2);
if (!commit) throw new Error('npm run bench -- before COMMIT [ROUNDS]');
const rounds = Number(wanted ?? 5);
/** Processes of the command line a round. */
const RUNS = 9;
const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-before-'));
const before = path.join(folder, 'before');

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const builds = { before, now: root };
/** Milliseconds by what was measured, of each build. */
const times = new Map();
function add(what, build, ...values) {
  if (!times.has(what)) times.set(what, { before: [], now: [] });
  times.get(what)[build].push(...values);
}

/** Where the command line keeps its log is the machine's own: a folder for each build. */
function commandLine(build) {
  const dockerfile = path.join(folder, 'Dockerfile');
  const commands = {
    'CLI: `lint` of a small Dockerfile': ['lint', dockerfile],
    'CLI: `encode` of a short text': ['encode', 'hello'],
    'CLI: `decode` of a small PNG': ['decode', path.join(root, 'samples', 'pictures', 'hello.png')],
  };
  for (const [what, args] of Object.entries(commands)) {
    for (let i = 0; i < RUNS; i++) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [path.join(builds[build], 'dist', 'cli.js'), ...args], {
        encoding: 'utf8',
        env: { ...process.env, XDG_STATE_HOME: path.join(folder, `state-${build}`) },
      });
      if (status !== 0) throw new Error(`${what}, ${build}: ${stderr}`);
      add(what, build, performance.now() - start);
    }
  }
}

/** Runs a module of bench/ in the extension host of a VS Code with this extension. */
async function inHost(workspace, dev, module) {
  const report = path.join(folder, 'report.json');
  const server = await startVscode({
    workspace,
    port: 8966,
    state: path.join(folder, 'host'),
    fresh: true,
    env: { BENCH_REPORT: report, XDG_STATE_HOME: path.join(folder, 'state') },
  });
  const code = await runTestsInHost(server.url, { dev, tests: path.join(root, 'bench', module) });
  await server.stop();
  if (code !== 0) throw new Error(`${module} did not run in ${dev}`);
  return JSON.parse(readFileSync(report, 'utf8'));
}

try {
  execFileSync('git', ['worktree', 'add', '--quiet', '--detach', before, commit], { cwd: root });
  execFileSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: before, stdio: 'ignore' });
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: before, stdio: 'ignore' });
  writeFileSync(path.join(folder, 'Dockerfile'), 'FROM nginx:1.29\nRUN apt-get update\nCOPY . /srv\nEXPOSE 22\n');
  const empty = path.join(folder, 'empty');
  mkdirSync(empty);
  const workspace = path.join(folder, 'workspace');
  mkdirSync(workspace);
  cpSync(path.join(root, 'samples', 'pictures', 'hello.png'), path.join(workspace, 'hello.png'));
  cpSync(path.join(folder, 'Dockerfile'), path.join(workspace, 'Dockerfile'));
  const lines = Array.from({ length: 40 }, (_, i) => `https://example.com/item/${1000 + i}`);
  writeFileSync(path.join(workspace, 'lines.txt'), lines.join('\n'));
  const copies = { before: inactive(before, path.join(folder, 'a')), now: inactive(root, path.join(folder, 'b')) };

  for (let round = 0; round < rounds; round++) {
    for (const build of round % 2 === 0 ? ['before', 'now'] : ['now', 'before']) {
      commandLine(build);
      for (const { load, activate } of await inHost(empty, copies[build], 'editorHost.cjs')) {
        add('Editor: reading `dist/extension.js`', build, load);
        add('Editor: `activate()`', build, activate);
      }
      const { make, read, check } = await inHost(workspace, builds[build], 'editorOperations.cjs');
      add('Editor: *Generate QR Code from Selection*', build, ...make);
      add('Editor: *Decode QR Code in Image*', build, ...read);
      add('Editor: *Check Workspace Compliance*, one Dockerfile', build, ...check);
    }
  }
  console.log(
    `VS Code ${newest.replace(/^4/, '1')}, ${os.cpus().length} cores, Node ${process.version}; before is ${commit}\n`,
  );
  console.log('| milliseconds | before | now | more | samples each |\n| --- | --- | --- | --- | --- |');
  for (const [what, of] of times) {
    const [then, now] = [median(of.before), median(of.now)];
    console.log(`| ${what} | ${then.toFixed(2)} | ${now.toFixed(2)} | ${(now - then).toFixed(2)} | ${of.now.length} |`);
  }
} finally {
  spawnSync('git', ['worktree', 'remove', '--force', before], { cwd: root });
  rmSync(folder, { recursive: true, force: true });
}
