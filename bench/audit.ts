/**
 * How long a log of a million entries takes to verify, and how much memory: `npm run bench -- audit
 * [ENTRIES]`; `sha256sum` of the same file beside it. And what an operation costs its caller.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Writer } from '../src/audit/entry';
import { operationLog } from '../src/audit/operationLog';
import { longLog } from '../test/audit/longLog';

const count = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-audit-'));
const cli = path.resolve(__dirname, '..', 'dist', 'cli.js');
const writer: Writer = {
  ...{ user: 'ada', host: 'ws1.example.com', source: '203.0.113.7', via: 'ssh', app: 'cli', version: '0.1.0' },
  rules: 'a'.repeat(64),
};

/** Seconds, and megabytes at most, as GNU time tells them. */
function timed(command: string, args: string[]): string {
  const { stdout, stderr, status } = spawnSync('/usr/bin/time', ['-f', '%e s | %U s | %M kB', command, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return stderr.trim().split('\n').at(-1)!;
}

async function main(): Promise<void> {
  const file = await longLog(folder, count, writer);
  const rows = [
    ['`sha256sum` of the same file', timed('sha256sum', [file])],
    ['`audit verify`', timed(process.execPath, [cli, 'audit', 'verify', folder])],
    [
      '`audit verify`, heap of 8 MB',
      timed(process.execPath, ['--max-old-space-size=8', cli, 'audit', 'verify', folder]),
    ],
    ['`node -e 0`', timed(process.execPath, ['-e', '0'])],
  ];
  const log = operationLog({ folder: path.join(folder, 'own'), writer });
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    log.append([{ op: 'make', result: 'ok', at: Date.now(), offsetMinutes: 0 }]);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const report = `# The operation log

${count.toLocaleString('en')} entries, ${(statSync(file).size / 1e6).toFixed(0)} MB. \`npm run bench -- audit ${count}\`; Node ${process.version}, ${os.cpus().length} processors, load ${loads()}.

| what | time | processor | memory at most |
| --- | --- | --- | --- |
${rows.map(([what, cost]) => `| ${what} | ${cost} |`).join('\n')}

An append with fsync, on the log's own thread: median ${times[100]!.toFixed(2)} ms, 95 % ${times[190]!.toFixed(2)} ms.
`;
  process.stdout.write(report);
  writeFileSync(path.join(__dirname, 'results', 'audit.md'), report);
}

/** Of the last minute and five, this run with it. */
const loads = () =>
  os
    .loadavg()
    .slice(0, 2)
    .map((load) => load.toFixed(1))
    .join(' and ');

main().finally(() => rmSync(folder, { recursive: true }));
