/**
 * Proves a log: that no line was changed, removed, put in or moved, and that its end is there.
 * What it cannot prove stands in docs/audit.md.
 */
import { join } from 'node:path';
import { writtenMsOf } from './chainEnd';
import type { Entry } from './entry';
import { filesOfLog } from './filesOfLog';
import { NO_LINE } from './lineOf';
import { readHead } from './logBlocks';
import { logFiles } from './logFolder';
import { nodeSystem } from './logSystem';
import { readLines } from './readLines';
import { sha256Hex } from './sha256Hex';
import { verifiedParts } from './verifiedParts';

export type LogProblemKind =
  | 'notALine'
  | 'tooLong'
  | 'changedBefore'
  | 'sequence'
  | 'timeBack'
  | 'startMissing'
  | 'endMissing'
  | 'endChanged'
  | 'noHead'
  | 'headLost'
  | 'torn'
  | 'anchorDiffers'
  | 'anchorMissing';

export interface LogProblem {
  kind: LogProblemKind;
  /** Undefined: of the log as a whole. */
  file?: string;
  /** From 1. */
  line?: number;
  /** Numbers of lines that the problem is about. */
  from?: number;
  to?: number;
}

/** What the log tells of itself: no problem, but to be known. */
export interface LogNote {
  seq: number;
  time: string;
  event: string;
  detail: NonNullable<Entry['detail']>;
}

export interface Verified {
  files: number;
  entries: number;
  first?: { seq: number; time: string };
  last?: { seq: number; time: string; sha256: string };
  /** At most 100 of them; all are counted. */
  problems: LogProblem[];
  problemCount: number;
  notes: LogNote[];
  noteCount: number;
}

/** A line that was noted elsewhere. */
export interface Anchor {
  seq: number;
  sha256: string;
}

const MAX_LISTED = 100;
/** Two writers may differ by what a line waits without telling. */
const ORDER_MS = 5000;
/** What an assessor asks about. */
const NOTED = ['torn', 'missing', 'changed', 'clock', 'gap', 'settings', 'off', 'on', 'keepDays', 'expired'];

/**
 * @param folder of the log, or a copy of it; @param alive called now and then
 * @throws what the system throws; ENOENT where there is no log, nor a head of one
 */
export function verifyLog(folder: string, anchors: readonly Anchor[] = [], alive?: () => void): Verified {
  const head = readHead(folder, nodeSystem);
  // A head without files says that there were lines.
  const files = head ? logFiles(folder, nodeSystem) : filesOfLog(folder);
  const verified: Verified = {
    ...{ files: files.length, entries: 0, problems: [], problemCount: 0, notes: [], noteCount: 0 },
  };
  const problem = (found: LogProblem) => {
    if (verified.problemCount++ < MAX_LISTED) verified.problems.push(found);
  };
  const awaited = new Map(anchors.map(({ seq, sha256 }) => [seq, sha256]));
  let headIsMet = false;
  const expired = new Map<number, string>();
  let start: { seq: number; prev: string } | undefined;
  let before = { seq: 0, sha256: NO_LINE, writtenMs: Number.NEGATIVE_INFINITY };
  for (const { name: file } of files) {
    let line = 0;
    for (const { bytes, isWhole, isTooLong } of readLines(join(folder, file), alive)) {
      line++;
      const at = { file, line };
      if (!isWhole) {
        problem({ kind: 'torn', ...at });
        continue;
      }
      const sha256 = sha256Hex(bytes);
      const entry = isTooLong ? undefined : verifiedParts(bytes);
      if (!entry) {
        problem({ kind: isTooLong ? 'tooLong' : 'notALine', ...at });
        before = { ...before, seq: before.seq + 1, sha256 };
        continue;
      }
      verified.entries++;
      const { seq, prev, op, detail } = entry;
      if (!start) {
        start = { seq, prev };
        verified.first = { seq, time: entry.time };
      } else {
        if (seq !== before.seq + 1) problem({ kind: 'sequence', ...at, from: before.seq, to: seq });
        if (prev !== before.sha256) problem({ kind: 'changedBefore', ...at, to: seq });
      }
      const writtenMs = writtenMsOf(entry);
      const event = op === 'log' ? String(detail?.event) : undefined;
      if (writtenMs < before.writtenMs - ORDER_MS && event === undefined) problem({ kind: 'timeBack', ...at, to: seq });
      if (event !== undefined && detail) {
        // What was there before it may have been cut off.
        if (event === 'headLost') problem({ kind: 'headLost', ...at, to: seq });
        if (event === 'expired') expired.set(Number(detail.seq), String(detail.sha256));
        if (NOTED.includes(event) && verified.noteCount++ < MAX_LISTED)
          verified.notes.push({ seq, time: entry.time, event, detail });
      }
      const wanted = awaited.get(seq);
      if (wanted !== undefined && wanted !== sha256) problem({ kind: 'anchorDiffers', ...at, to: seq });
      awaited.delete(seq);
      if (seq === head?.seq) headIsMet = sha256 === head.sha256;
      before = { seq, sha256, writtenMs: event === undefined ? Math.max(before.writtenMs, writtenMs) : writtenMs };
      verified.last = { seq, time: entry.time, sha256 };
    }
  }
  if (start && (start.seq !== 1 || start.prev !== NO_LINE) && expired.get(start.seq - 1) !== start.prev)
    problem({ kind: 'startMissing', from: 1, to: start.seq - 1 });
  if (!head) problem({ kind: 'noHead' });
  else if (!headIsMet)
    problem(
      head.seq > before.seq
        ? { kind: 'endMissing', from: before.seq + 1, to: head.seq }
        : { kind: 'endChanged', to: head.seq },
    );
  for (const seq of awaited.keys()) problem({ kind: 'anchorMissing', to: seq });
  return verified;
}
