/**
 * A batch of 10,000 PNG files from the shell, against qrencode run by GNU parallel on the same
 * texts in the same run: `npm run bench -- makeBatch [COUNT]`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const count = Number(process.argv[2] ?? 10_000);

interface Run {
  seconds: number;
  files: number;
  /** Largest resident memory of the process itself, MB (Linux). */
  megabytes: number;
}

/** Runs a program that writes files into `folder`, and looks at its memory while it runs. */
async function measure(folder: string, command: string, args: string[]): Promise<Run> {
  mkdirSync(folder);
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let megabytes = 0;
  const look = setInterval(() => {
    const peak = /VmHWM:\s+(\d+)/.exec(statusOf(child.pid!))?.[1];
    if (peak) megabytes = Math.max(megabytes, Number(peak) / 1024);
  }, 50);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, files: readdirSync(folder).length, megabytes };
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'make-batch-'));
  const list = join(folder, 'list.txt');
  writeFileSync(list, Array.from({ length: count }, (_, i) => `https://example.com/items/${i}?from=label`).join('\n'));
  const ours = (out: string, ...more: string[]) => [
    join(root, 'dist/cli.js'),
    'encode',
    '--batch',
    list,
    '--out-dir',
    out,
    '--format',
    'png',
    ...more,
  ];
  const at = (name: string) => join(folder, name);
  const runs: Record<string, Run> = {
    'ours, read back': await measure(at('a'), process.execPath, ours(at('a'))),
    'ours, not read back': await measure(at('b'), process.execPath, ours(at('b'), '--no-verify')),
    'qrencode + GNU parallel': await measure(at('c'), 'parallel', [
      '-a',
      list,
      'qrencode',
      '-l',
      'H',
      '-8',
      '-s',
      '8',
      '-o',
      `${at('c')}/{#}.png`,
      '{}',
    ]),
  };
  rmSync(folder, { recursive: true });
  const own = runs['ours, read back']!.seconds;
  const lines = [
    `# A batch of ${count.toLocaleString('en')} symbols`,
    '',
    `PNG, level H, 8 pixels a module. Node ${process.version}. \`npm run bench -- makeBatch ${count}\``,
    '',
    '| | files | seconds (times ours) | MB at most |',
    '| --- | --- | --- | --- |',
    ...Object.entries(runs).map(
      ([name, { seconds, files, megabytes }]) =>
        `| ${name} | ${files} | ${seconds.toFixed(1)} (${(seconds / own).toFixed(2)}) | ${Math.round(megabytes)} |`,
    ),
  ];
  const report = `${lines.join('\n')}\n`;
  writeFileSync(join(__dirname, 'results/makeBatch.md'), report);
  process.stdout.write(report);
}

main();
