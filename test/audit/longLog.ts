/** A log of many lines, as long use would leave it. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import type { Writer } from '../../src/audit/entry';
import { entryOf, lineOf, NO_LINE } from '../../src/audit/lineOf';
import { writeHead } from '../../src/audit/logBlocks';
import { nodeSystem } from '../../src/audit/logSystem';
import { sha256Hex } from '../../src/audit/sha256Hex';

const FILE = 'audit-2026-01-001.jsonl';

/** @returns its only file, about 600 bytes a line */
export async function longLog(folder: string, count: number, writer: Writer): Promise<string> {
  const file = path.join(folder, FILE);
  const stream = createWriteStream(file, { mode: 0o600 });
  let prev = NO_LINE;
  const start = Date.UTC(2026, 0, 1);
  for (let seq = 1; seq <= count; seq++) {
    const at = start + seq * 1000;
    const draft = {
      op: 'read',
      target: `pictures/label-${seq}.png`,
      result: 'ok',
      ms: 12,
      at,
      offsetMinutes: 480,
      content: { bytes: seq, sha256: prev },
      detail: { symbols: 1 },
    } as const;
    const line = lineOf(entryOf(draft, writer, { seq, prev, now: at }));
    prev = sha256Hex(line);
    if (!stream.write(`${line}\n`)) await new Promise<void>((go) => stream.once('drain', () => go()));
  }
  await new Promise<void>((go) => stream.end(() => go()));
  writeHead(folder, { seq: count, sha256: prev, file: FILE, off: [] }, nodeSystem);
  return file;
}
