/** Checking deployment files: lines a second in process, one keystroke in the server, other linters on the same files in the same run, and files that are too large. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Profile } from '../src/worker/protocol/finding';
import { type CorpusFile, composeFile, corpus, dockerfile } from './lintCorpus';
import { keystrokes } from './lintKeystroke';
import { lint } from './shippedLinter';

const SAMPLES = 15;
const require = createRequire(__filename);
const cli = join(__dirname, '../dist/cli.js');
const context = (profile: Profile) => ({ files: { text: () => null }, locale: 'en', profile, today: '2026-11-23' }) as const;
const linesIn = (files: readonly CorpusFile[]) => files.reduce((count, { text }) => count + text.split('\n').length - 1, 0);
const check = (files: readonly CorpusFile[], profile: Profile) =>
  files.reduce((count, { name, text }) => count + lint({ uri: `file:///w/${name}`, text }, context(profile)).findings.length, 0);

/** The fastest of some samples in milliseconds of this process's own processor time: what else the machine does only adds. */
function processorMs(work: () => unknown): number {
  for (let i = 0; i < 5; i++) work();
  return Math.min(
    ...Array.from({ length: SAMPLES }, () => {
      const start = process.cpuUsage();
      work();
      const used = process.cpuUsage(start);
      return (used.user + used.system) / 1000;
    }),
  );
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
  const rows = [...kinds].map(([kind, of]) => {
    const lines = linesIn(of);
    const cells = (['recommended', 'mlps3'] as const).map((profile) => {
      const ms = processorMs(() => check(of, profile));
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

interface Peer {
  name: string;
  files: CorpusFile[];
  inProcess: (file: CorpusFile) => unknown;
  process: (paths: string[]) => string[];
}

async function peers(files: readonly CorpusFile[]): Promise<Peer[]> {
  const dockerfiles = files.filter(({ name }) => name.endsWith('Dockerfile'));
  const composes = files.filter(({ name }) => name.endsWith('compose.yaml'));
  const bin = (of: string, file: string) => join(dirname(require.resolve(`${of}/package.json`)), file);
  const dockerfilelint = require('dockerfilelint') as { run(config: string, text: string): unknown };
  const { validate } = require('dockerfile-utils') as { validate(text: string): unknown };
  const dclint = (await import('dclint')) as unknown as { DCLinter: new (config: object) => { lintFiles(paths: string[]): unknown } };
  const linter = new dclint.DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
  return [
    {
      name: 'dockerfilelint 1.8.0',
      files: dockerfiles,
      inProcess: ({ text }) => dockerfilelint.run('', text),
      process: (paths) => [bin('dockerfilelint', 'bin/dockerfilelint'), ...paths],
    },
    {
      name: 'dockerfile-utils 0.16.3',
      files: dockerfiles,
      inProcess: ({ text }) => validate(text),
      process: (paths) => [bin('dockerfile-utils', 'bin/dockerfile-utils'), 'lint', paths[0]!],
    },
    {
      name: 'dclint 3.1.0',
      files: composes,
      inProcess: ({ name }) => linter.lintFiles([name]),
      process: (paths) => [bin('dclint', 'bin/dclint.cjs'), ...paths],
    },
  ];
}

async function ratios(files: readonly CorpusFile[], folder: string): Promise<string[]> {
  const rows = (await peers(files)).map((peer) => {
    const own = processorMs(() => check(peer.files, 'mlps3'));
    const written = peer.files.map(({ name, text }) => ({ name: join(folder, name), text }));
    const theirs = processorMs(() => written.forEach(peer.inProcess));
    // dockerfile-utils takes one file a run; the others take all of them.
    const paths = written.map(({ name }) => name).slice(0, peer.name.startsWith('dockerfile-utils') ? 1 : undefined);
    const run = (args: string[]) => elapsedMs(() => spawnSync(process.execPath, args, { stdio: 'ignore' }));
    const ownRun = run([cli, 'lint', '--profile', 'mlps3', ...paths]);
    const theirRun = run(peer.process(paths));
    const cells = [peer.files.length, linesIn(peer.files), theirs.toFixed(1), own.toFixed(1), (theirs / own).toFixed(2)];
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
    'A corpus of a fixed seed; processor time, the fastest of fifteen samples.',
    '',
    ...throughput(files),
    '',
    '## From a keystroke to its diagnostics',
    '',
    'A warm language server; one character typed, `textDocument/diagnostic` answered; milliseconds.',
    '',
    ...(await keystrokes()),
    '',
    '## Other linters, same files, same run',
    '',
    'They judge other subjects with other depth; the numbers only say what a user waits for.',
    '',
    ...(await ratios(files, folder)),
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
