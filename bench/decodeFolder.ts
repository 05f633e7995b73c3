/**
 * The whole command line over many pictures on all cores, against zbarimg and an OpenCV + pyzbar
 * script with as many processes, in one run: `npm run bench -- decodeFolder --corpus DIR [--corpus
 * DIR2 …] [--mixed 1000] [--out FILE]`. With `--mixed` so many pictures are taken of the corpora,
 * of which one in ten shows a symbol. A program that is not on this machine is left out.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchPicture, loadCorpus, sampled } from './decode/corpus';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true, default: [] },
    mixed: { type: 'string' },
    out: { type: 'string', default: join(__dirname, 'results/decodeFolder.md') },
  },
});
const cores = availableParallelism();
const cli = join(__dirname, '../dist/cli.js');
const all = values.corpus.flatMap((folder) => loadCorpus(folder));
const pictures = values.mixed ? mixed(all, Number(values.mixed)) : all;
const files = pictures.map(({ file }) => file);
const withSymbol = pictures.filter(({ empty }) => !empty).length;

/**
 * `count` pictures in a fair order, one in ten with a symbol, as far as there are enough of both.
 */
function mixed(all: readonly BenchPicture[], count: number): BenchPicture[] {
  const some = (empty: boolean, share: number) =>
    sampled(
      all.filter((picture) => picture.empty === empty),
      Math.round(count * share),
    );
  return sampled([...some(false, 0.1), ...some(true, 0.9)], count);
}

interface Program {
  name: string;
  command: string;
  args: string[];
  input?: string;
  /** Pictures in which something was read. */
  count(stdout: string): number;
}

const ours = (effort: string): Program => ({
  name: `ours, ${effort}`,
  command: process.execPath,
  args: [cli, 'decode', '--effort', effort, '--format', 'jsonl', ...files],
  count: (stdout) => stdout.split('\n').filter((line) => /"symbols":\[\{/.test(line)).length,
});
const programs: Program[] = [
  ours('fast'),
  ours('normal'),
  {
    name: 'zbarimg',
    command: 'xargs',
    args: ['-0', '-P', String(cores), '-n', '16', 'zbarimg', '-q', '--xml', '-Sdisable', '-Sqrcode.enable'],
    input: files.join('\0'),
    count: (stdout) => stdout.match(/<source [^>]*>\s*<index/g)?.length ?? 0,
  },
  {
    name: 'OpenCV + pyzbar',
    command: '/usr/bin/python3',
    args: [join(__dirname, 'decodeFolder.py'), String(cores), ...files],
    count: (stdout) => Number(stdout.trim().split('\n').at(-1)),
  },
];

if (files.length === 0) {
  console.error('No pictures: name a folder with --corpus DIR.');
  process.exitCode = 2;
} else {
  const lines = [
    '# Reading a folder',
    '',
    `${files.length} pictures, ${withSymbol} of them with a symbol, ${cores} cores, whole programs. \`npm run bench -- decodeFolder --corpus DIR\``,
    '',
    '| | seconds | pictures/s | times ours, normal | pictures with a text |',
    '| --- | --- | --- | --- | --- |',
  ];
  const rows: { name: string; seconds: number; read: number }[] = [];
  for (const { name, command, args, input, count } of programs) {
    const start = performance.now();
    const { stdout, error } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
    const seconds = (performance.now() - start) / 1000;
    const read = count(stdout ?? '');
    if (error || Number.isNaN(read)) console.error(`${name} is left out: it did not run.`);
    else rows.push({ name, seconds, read });
  }
  const own = rows.find(({ name }) => name === 'ours, normal')!.seconds;
  for (const { name, seconds, read } of rows)
    lines.push(
      `| ${name} | ${seconds.toFixed(1)} | ${(files.length / seconds).toFixed(1)} | ${(seconds / own).toFixed(2)} | ${read} |`,
    );
  const report = `${lines.join('\n')}\n`;
  writeFileSync(values.out, report);
  process.stdout.write(report);
}
