/** A log is looked at with `cat`, too. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Dated } from '../../src/audit/entry';
import { entryOf, NO_LINE } from '../../src/audit/lineOf';
import { writeHead } from '../../src/audit/logBlocks';
import { nodeSystem } from '../../src/audit/logSystem';
import { sha256Hex } from '../../src/audit/sha256Hex';
import { verifyLog } from '../../src/audit/verifyLog';
import { entriesOf, logOf, textOf, writer } from './logKit';

const AT = Date.UTC(2026, 0, 15, 12);

it('lines do nothing to a terminal, and the names are the same', () => {
  const { folder, add } = logOf();
  const names = ['\u202egnp.exe', '\u001b[2J.png', '##vso[task.complete]', '\u009b31m', '設備.png'];
  add(...names);
  expect(textOf(folder)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|##vso/);
  expect(entriesOf(folder).flatMap(({ target }) => target ?? [])).toEqual(names);
  expect(verifyLog(folder).problems).toEqual([]);
});

it('lines that an earlier version wrote with such marks are verified, and the chain goes on', () => {
  const { folder, add } = logOf();
  const file = 'audit-2026-01-001.jsonl';
  let prev = NO_LINE;
  for (const seq of [1, 2, 3]) {
    const dated: Dated = { op: 'make', target: `\u202e${seq}\u007f.png`, result: 'ok', at: AT, offsetMinutes: 0 };
    const line = JSON.stringify(entryOf(dated, writer, { seq, prev, now: AT }));
    appendFileSync(join(folder, file), `${line}\n`);
    prev = sha256Hex(Buffer.from(line));
  }
  writeHead(folder, { seq: 3, sha256: prev, file, off: [] }, nodeSystem);
  expect(verifyLog(folder)).toMatchObject({ entries: 3, problems: [] });
  add('\u202enext.png');
  expect(verifyLog(folder).problems).toEqual([]);
  expect(textOf(folder)).toContain('\u202e3\u007f.png');
  expect(entriesOf(folder).at(-1)).toMatchObject({ target: '\u202enext.png' });
});
