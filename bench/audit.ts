/**
 * How long a log of a million entries takes to verify, and how much memory: `npm run bench -- audit
 * [ENTRIES]`; `sha256sum` of the same file beside it. And what an operation costs its caller.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Writer } from '../src/audit/entry';
import { entryOf, lineOf, NO_LINE } from '../src/audit/lineOf';
import { writeHead } from '../src/audit/logBlocks';
import { nodeSystem } from '../src/audit/logSystem';
import { operationLog } from '../src/audit/operationLog';
import { sha256Hex } from '../src/audit/sha256Hex';

const count = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-audit-'));
const cli = path.resolve(__dirname, '..', 'dist', 'cli.js');
const writer: Writer = {
  ...{ user: 'ada', host: 'ws1.example.com', source: '203.0.113.7', via: 'ssh', app: 'cli', version: '0.1.0' },
  rules: 'a'.repeat(64),
};

async function fill(file: string): Promise<void> {
  const stream = createWriteStream(path.join(folder, file), { mode: 0o600 });
  let prev = NO_LINE;
  const start = Date.UTC(2026, 0, 1);
  for (let seq = 1; seq <= count; seq++) {
    const at = start + seq * 1000;
    const content = { bytes: seq, sha256: prev };
    const draft = {
      op: 'read',
      target: `pictures/label-${seq}.png`,
      result: 'ok',
      ms: 12,
      at,
      offsetMinutes: 480,
      content,
    } as const;
    const line = lineOf(entryOf({ ...draft, detail: { symbols: 1 } }, writer, { seq, prev, now: at }));
    prev = sha256Hex(line);
    if (!stream.write(`${line}\n`)) await new Promise<void>((go) => stream.once('drain', () => go()));
  }
  await new Promise<void>((go) => stream.end(() => go()));
  writeHead(folder, { seq: count, sha256: prev, file, off: [] }, nodeSystem);
}

/** Seconds, and megabytes at most, as GNU time tells them. */
function timed(command: string, args: string[]): string {
  const { stdout, stderr, status } = spawnSync(
    '/usr/bin/time',
    ['-f', '%e s (processor %U s), %M kB', command, ...args],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  return stderr.trim().split('\n').at(-1)!;
}

async function main(): Promise<void> {
  const file = 'audit-2026-01-001.jsonl';
  await fill(file);
  const megabytes = statSync(path.join(folder, file)).size / 1e6;
  console.log(`${count} entries, ${megabytes.toFixed(0)} MB`);
  console.log(`sha256sum:     ${timed('sha256sum', [path.join(folder, file)])}`);
  console.log(`audit verify:  ${timed(process.execPath, [cli, 'audit', 'verify', folder])}`);
  console.log(`node -e 0:     ${timed(process.execPath, ['-e', '0'])}`);

  const log = operationLog({ folder: path.join(folder, 'own'), writer });
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    log.append([{ op: 'make', result: 'ok', at: Date.now(), offsetMinutes: 0 }]);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(`an append, with fsync: median ${times[100]!.toFixed(2)} ms, 95 % ${times[190]!.toFixed(2)} ms`);
}

main().finally(() => rmSync(folder, { recursive: true }));
