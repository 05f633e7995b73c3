/**
 * Checking deployment files: lines a second in process, one keystroke in the server, other linters
 * on the same files in the same run, and files that are too large.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Profile } from '../src/worker/protocol/finding';
import { type CorpusFile, composeFile, corpus, dockerfile } from './lintCorpus';
import { growth } from './lintGrowth';
import { keystrokes, WARM } from './lintKeystroke';
import { longLines } from './lintLongLines';
import { peers } from './lintPeers';
import { processorMs } from './processorMs';
import { lint } from './shippedLinter';

const SAMPLES = 15;
/** Over all files, before anything is measured. */
const WARM_PASSES = 30;
const cli = join(__dirname, '../dist/cli.js');
const context = (profile: Profile) =>
  ({ files: { text: () => null }, locale: 'en', profile, today: '2026-11-23' }) as const;
const linesIn = (files: readonly CorpusFile[]) =>
  files.reduce((count, { text }) => count + text.split('\n').length - 1, 0);
const check = (files: readonly CorpusFile[], profile: Profile) =>
  files.reduce(
    (count, { name, text }) => count + lint({ uri: `file:///w/${name}`, text }, context(profile)).findings.length,
    0,
  );

/**
 * The fastest of some samples in milliseconds of this process's own processor time: what else the
 * machine does only adds.
 */
function fastestMs(work: () => unknown): number {
  for (let i = 0; i < 5; i++) work();
  return Math.min(...Array.from({ length: SAMPLES }, () => processorMs(work)));
}

function elapsedMs(work: () => unknown, samples = 5): number {
  return Math.min(
    ...Array.from({ length: samples }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

function throughput(files: readonly CorpusFile[]): string[] {
  const kinds = new Map<string, CorpusFile[]>([['all', [...files]]]);
  for (const file of files) {
    const kind = file.name.replace(/^.*[/.](?=\w+$)/, '');
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  for (let i = 0; i < WARM_PASSES; i++) for (const profile of ['recommended', 'mlps3'] as const) check(files, profile);
  const rows = [...kinds].map(([kind, of]) => {
    const lines = linesIn(of);
    const cells = (['recommended', 'mlps3'] as const).map((profile) => {
      const ms = fastestMs(() => check(of, profile));
      return `${Math.round(lines / (ms / 1000)).toLocaleString('en')} (${check(of, profile)})`;
    });
    return `| ${kind} | ${of.length} | ${lines} | ${cells.join(' | ')} |`;
  });
  return [
    '| files | count | lines | lines/s, recommended (findings) | lines/s, mlps3 (findings) |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

async function ratios(files: readonly CorpusFile[], folder: string): Promise<string[]> {
  const rows = (await peers(files)).map((peer) => {
    const own = fastestMs(() => check(peer.files, 'mlps3'));
    const written = peer.files.map(({ name, text }) => ({ name: join(folder, name), text }));
    const theirs = fastestMs(() => written.forEach(peer.inProcess));
    // dockerfile-utils takes one file a run; the others take all of them.
    const paths = written.map(({ name }) => name).slice(0, peer.name.startsWith('dockerfile-utils') ? 1 : undefined);
    const run = (args: string[]) => elapsedMs(() => spawnSync(process.execPath, args, { stdio: 'ignore' }));
    const ownRun = run([cli, 'lint', '--profile', 'mlps3', ...paths]);
    const theirRun = run(peer.process(paths));
    const cells = [
      peer.files.length,
      linesIn(peer.files),
      theirs.toFixed(1),
      own.toFixed(1),
      (theirs / own).toFixed(2),
    ];
    return `| ${peer.name} | ${[...cells, theirRun.toFixed(0), ownRun.toFixed(0), (theirRun / ownRun).toFixed(2)].join(' | ')} |`;
  });
  return [
    '| linter | files | lines | in process, ms | ours, ms | times ours | whole process, ms | ours, ms | times ours |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

function large(): string[] {
  const files: CorpusFile[] = [
    { name: 'compose.yaml', text: composeFile(3600) },
    { name: 'Dockerfile', text: dockerfile(16_000) },
    { name: 'log/Dockerfile', text: '2026-11-23 10:00:00 INFO something happened\n'.repeat(480_000) },
  ];
  return [
    '| file | lines | MB | ms |',
    '| --- | --- | --- | --- |',
    ...files.map((file) => {
      const ms = elapsedMs(() => check([file], 'recommended'), 3);
      return `| ${file.name} | ${linesIn([file])} | ${(file.text.length / 1e6).toFixed(1)} | ${ms.toFixed(0)} |`;
    }),
  ];
}

async function main() {
  const files = corpus();
  const folder = mkdtempSync(join(tmpdir(), 'lint-bench-'));
  for (const { name, text } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const lines = [
    '# Checking deployment files',
    '',
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one thread. \`npm run bench -- lint\``,
    '',
    '## Lines a second, in process',
    '',
    `A corpus of a fixed seed; processor time, the fastest of fifteen samples after ${WARM_PASSES} passes.`,
    '',
    ...throughput(files),
    '',
    '## From a keystroke to its diagnostics',
    '',
    `A language server that has answered ${WARM} strokes; one character typed, \`textDocument/diagnostic\` answered; milliseconds.`,
    '',
    ...(await keystrokes()),
    '',
    '## Other linters, same files, same run',
    '',
    'They judge other subjects with other depth; the numbers only say what a user waits for.',
    '',
    ...(await ratios(files, folder)),
    '',
    '## Long files',
    '',
    'Profile `mlps3`, JSON; in process the fastest of three in processor time, whole processes the fastest of three (of one above 10,000 lines) in time that passes; *growth* is the time per line by that of the shortest file: 1 is linear.',
    '',
    ...(await growth(folder)),
    '',
    '## Long lines',
    '',
    'Profile `mlps3`, in process, processor time of one run.',
    '',
    ...longLines(),
    '',
    '## Too large',
    '',
    ...large(),
  ];
  rmSync(folder, { recursive: true });
  const report = `${lines.join('\n')}\n`;
  mkdirSync(join(__dirname, 'results'), { recursive: true });
  writeFileSync(join(__dirname, 'results/lint.md'), report);
  process.stdout.write(report);
}

main();
