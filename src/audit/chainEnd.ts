/** Where the chain goes on: behind the last whole line, with what is wrong there. */
import type { Detail, Entry } from './entry';
import { entryIn } from './entryIn';
import { NO_LINE } from './lineOf';
import type { Head } from './logBlocks';
import { type LogFile, tornName } from './logFolder';
import type { LogSystem } from './logSystem';
import { type LogTail, readTail } from './logTail';
import { openOwn } from './ownFile';
import { sha256Hex } from './sha256Hex';

export interface ChainEnd {
  seq: number;
  prev: string;
  /** When the last line was written, milliseconds since 1970; undefined where it does not tell. */
  writtenMs: number | undefined;
  /** What was found, for the log itself. */
  events: Detail[];
}

/** Puts the torn end of the last file aside, so that whole lines follow whole lines. */
export function chainEnd(
  folder: string,
  files: readonly LogFile[],
  head: Head | undefined,
  system: LogSystem,
): ChainEnd {
  const events: Detail[] = [];
  const newest = files.at(-1);
  let tail = newest && readTail(folder, newest.name, system);
  // Of a torn end that is longer than any line, piece after piece.
  while (newest && tail && tail.torn.length > 0) {
    events.push(putAside(folder, newest.name, tail, system));
    tail = readTail(folder, newest.name, system);
  }
  const last = tail?.last ?? lastLine(folder, files.slice(0, -1), system);
  if (!last) {
    if (!head) return { seq: 0, prev: NO_LINE, writtenMs: undefined, events };
    return { seq: head.seq, prev: head.sha256, writtenMs: undefined, events: [...events, missing(head, 0)] };
  }
  const sha256 = sha256Hex(last);
  const entry = entryIn(last);
  const { seq = 0 } = entry ?? {};
  const end = { seq, prev: sha256, writtenMs: entry && writtenMsOf(entry), events };
  if (!head) return { ...end, events: [...events, { event: 'headLost', seq }] };
  // The head is written after its lines: those behind it are whole.
  if (entry && (head.seq < seq || (head.seq === seq && head.sha256 === sha256))) return end;
  // The chain goes on from what was there, so that the break stays to be seen.
  const isCut = entry && head.seq > seq;
  const found = isCut ? missing(head, seq) : { event: 'changed', seq: head.seq, sha256: head.sha256 };
  return { ...end, seq: head.seq, prev: head.sha256, events: [...events, found] };
}

const missing = ({ seq, sha256 }: Head, found: number): Detail => ({ event: 'missing', from: found + 1, seq, sha256 });

/** When its line was written, as the line tells. */
export const writtenMsOf = ({ time, waited = 0 }: Pick<Entry, 'time' | 'waited'>): number => Date.parse(time) + waited;

function putAside(folder: string, name: string, { torn, end }: LogTail, system: LogSystem): Detail {
  const aside = openOwn(folder, tornName(name), 'append', system);
  try {
    for (let at = 0; at < torn.length; ) at += system.writeSync(aside, torn, at);
    system.fsyncSync(aside);
  } finally {
    system.closeSync(aside);
  }
  const file = openOwn(folder, name, 'write', system);
  try {
    system.ftruncateSync(file, end);
  } finally {
    system.closeSync(file);
  }
  return { event: 'torn', file: name, bytes: torn.length, sha256: sha256Hex(torn) };
}

function lastLine(folder: string, files: readonly LogFile[], system: LogSystem): Buffer | undefined {
  for (const { name } of files.toReversed()) {
    const { last } = readTail(folder, name, system);
    if (last) return last;
  }
  return undefined;
}
