/**
 * What long files cost: whole process and in process, at three lengths of each kind, beside a
 * linter that reads the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lintContext } from './lintContext';
import { composeFile, dockerfile, readme, script } from './lintCorpus';
import { peers } from './lintPeers';
import { processorMs } from './processorMs';
import { lint } from './shippedLinter';

const LENGTHS = [5000, 15_000, 50_000];
/** Of the judging in process, of which the fastest counts; the first file is also to warm up. */
const SAMPLES = 3;
const WARM_SAMPLES = 8;
/** Of whole processes; a long one is disturbed less. */
const samplesOf = (length: number): number => (length > 10_000 ? 1 : 3);
const PATIENCE_MS = 20_000;
const cli = join(__dirname, '../dist/cli.js');

interface Subject {
  name: string;
  /** A text that grows with the number. */
  make: (size: number) => string;
  peer?: string;
}

const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** The dense ones find something in every line. */
const SUBJECTS: Subject[] = [
  { name: 'compose.yaml', make: (size) => composeFile(size), peer: 'dclint 3.1.0' },
  { name: 'Dockerfile', make: (size) => dockerfile(size), peer: 'dockerfilelint 1.8.0' },
  { name: 'deploy.sh', make: (size) => script(size) },
  { name: 'README.md', make: (size) => readme(size) },
  {
    name: 'dense/compose.yaml',
    make: (size) => `services:\n${many(size, (i) => `  s${i}: {image: nginx, privileged: true}\n`)}`,
  },
  {
    name: 'dense/Dockerfile',
    make: (size) =>
      `FROM node\n${many(size, (i) => `RUN apt-get update && sudo apt-get install -y vim && chmod 777 /a${i}\n`)}`,
  },
  {
    name: 'dense/run.sh',
    make: (size) => many(size, (i) => `docker run -d --privileged -p ${i % 60_000}:80 -e PASSWORD=hunter${i} nginx\n`),
  },
];

const linesOf = (text: string): number => text.split('\n').length - 1;

/** As many lines as wanted, but for the last part of the text. */
function ofLength({ make }: Subject, lines: number): string {
  const probe = 500;
  return make(Math.round((probe * lines) / linesOf(make(probe))));
}

const fastest = (ms: () => number, samples: number): number => Math.min(...Array.from({ length: samples }, ms));

/** Milliseconds that pass. */
function elapsed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const run = (args: string[]) => spawnSync(process.execPath, args, { stdio: 'ignore', timeout: PATIENCE_MS });

export async function growth(folder: string): Promise<string[]> {
  const known = await peers([]);
  const rows = SUBJECTS.flatMap((subject) => {
    let shortest: number | undefined;
    let peerIsTooSlow = false;
    return LENGTHS.map((length) => {
      const text = ofLength(subject, length);
      const lines = linesOf(text);
      const path = join(folder, String(length), subject.name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      const judge = () => lint({ uri: path, text }, lintContext);
      // As many for each length: fewer of the long ones looked like growth.
      const inside = fastest(() => processorMs(judge), shortest === undefined ? WARM_SAMPLES : SAMPLES);
      const whole = fastest(
        () => elapsed(() => run([cli, 'lint', '--profile', 'mlps3', '--format', 'json', path])),
        samplesOf(length),
      );
      shortest ??= inside / lines;
      const peer = known.find(({ name }) => name === subject.peer);
      const theirs = peer && !peerIsTooSlow ? elapsed(() => run(peer.process([path]))) : undefined;
      peerIsTooSlow ||= (theirs ?? 0) >= PATIENCE_MS;
      const beside =
        theirs === undefined ? '' : `${peer!.name}: ${peerIsTooSlow ? `> ${PATIENCE_MS}` : theirs.toFixed(0)}`;
      const cells = [
        subject.name,
        lines,
        inside.toFixed(0),
        (inside / lines / shortest).toFixed(2),
        whole.toFixed(0),
        beside,
      ];
      return `| ${cells.join(' | ')} |`;
    });
  });
  const head = [
    '| file | lines | in process, ms of the processor | growth | whole process, ms | beside, ms |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return [...head, ...rows];
}
