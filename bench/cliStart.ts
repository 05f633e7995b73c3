/**
 * How long a command of the command line takes as a whole process, as a multiple of `node -e 0`:
 * `npm run bench -- cliStart [ROUNDS]`. The commands are run by turns, so that a machine that
 * becomes slower or faster meets all of them; the median of a column counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const cli = path.join(root, 'dist', 'cli.js');
const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-start-'));
const dockerfile = path.join(folder, 'Dockerfile');
writeFileSync(dockerfile, 'FROM nginx:1.29\nRUN apt-get update\nCOPY . /srv\nEXPOSE 22\n');

const commands: Record<string, { args: string[]; code: number }> = {
  'node -e 0': { args: ['-e', '0'], code: 0 },
  '--version': { args: [cli, '--version'], code: 0 },
  'lint of a small Dockerfile': { args: [cli, 'lint', dockerfile], code: 0 },
  'encode of a short text': { args: [cli, 'encode', 'hello'], code: 0 },
  'decode of a small PNG': { args: [cli, 'decode', path.join(root, 'samples/pictures/hello.png')], code: 0 },
  'decode of a JPEG': { args: [cli, 'decode', path.join(root, 'samples/pictures/table.jpg')], code: 0 },
  'decode of a WebP': { args: [cli, 'decode', path.join(root, 'samples/pictures/label.webp')], code: 0 },
};

/** Milliseconds of one run. */
function time({ args, code }: { args: string[]; code: number }): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const ms = performance.now() - start;
  if (status !== code) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

const rounds = Number(process.argv[2] ?? 21);
const times = Object.values(commands).map(() => [] as number[]);
try {
  for (let round = 0; round <= rounds; round++) {
    for (const [i, command] of Object.values(commands).entries()) {
      const ms = time(command);
      // The first round brings the files into the cache.
      if (round > 0) times[i]!.push(ms);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
const medians = times.map((ms) => ms.sort((a, b) => a - b)[ms.length >> 1]!);
for (const [i, name] of Object.keys(commands).entries()) {
  console.log(
    `${name.padEnd(28)} ${medians[i]!.toFixed(0).padStart(5)} ms  ${(medians[i]! / medians[0]!).toFixed(2).padStart(5)}`,
  );
}
