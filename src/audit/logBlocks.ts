/**
 * The two small files beside the lines: the head, which says how far the log goes, and what was
 * missed. Each is overwritten in its place, in one write: that needs no room on a full disk and
 * leaves no half.
 */
import { HEAD_NAME, MISSED_NAME } from './logFolder';
import type { LogSystem } from './logSystem';
import { openOwn } from './ownFile';
import { readOwn } from './readOwn';

/** A sector of a disk. */
const BLOCK_BYTES = 512;

export interface Head {
  /** Of the last line, with its SHA-256. */
  seq: number;
  sha256: string;
  file: string;
  /** Days that lines are kept; undefined: nobody has said. */
  keepDays?: number;
  /** Programs that somebody has turned the log off for. */
  off: string[];
}

/** Operations that could not be written. */
export interface Missed {
  count: number;
  /** RFC 3339, of the first and the last one. */
  from: string;
  to: string;
  /** Why, as the system says it. */
  code: string;
}

export function readHead(folder: string, system: LogSystem): Head | undefined {
  const head = readBlock(folder, HEAD_NAME, system) as Partial<Head> | undefined;
  if (!Number.isSafeInteger(head?.seq) || typeof head?.sha256 !== 'string' || typeof head.file !== 'string')
    return undefined;
  const { seq = 0, sha256, file, keepDays, off } = head;
  return {
    ...{ seq, sha256, file, off: Array.isArray(off) ? off : [] },
    ...(typeof keepDays === 'number' && { keepDays }),
  };
}

export const writeHead = (folder: string, head: Head, system: LogSystem): void =>
  writeBlock(folder, HEAD_NAME, head, system);

export function readMissed(folder: string, system: LogSystem): Missed | undefined {
  const missed = readBlock(folder, MISSED_NAME, system) as Partial<Missed> | undefined;
  if (!Number.isSafeInteger(missed?.count) || !missed?.count) return undefined;
  const { count, from = '', to = '', code = '' } = missed;
  return { count, from: String(from), to: String(to), code: String(code) };
}

/** Undefined: nothing was missed, or it is in the log by now. */
export const writeMissed = (folder: string, missed: Missed | undefined, system: LogSystem): void =>
  writeBlock(folder, MISSED_NAME, missed ?? { count: 0 }, system);

function readBlock(folder: string, name: string, system: LogSystem): unknown {
  try {
    return JSON.parse(readOwn(folder, name, system));
  } catch {
    return undefined;
  }
}

function writeBlock(folder: string, name: string, value: object, system: LogSystem): void {
  const file = openOwn(folder, name, 'write', system);
  try {
    const block = Buffer.alloc(BLOCK_BYTES, ' ');
    block.write(JSON.stringify(value));
    block[BLOCK_BYTES - 1] = 0x0a;
    system.writeSync(file, block, 0, BLOCK_BYTES, 0);
  } finally {
    system.closeSync(file);
  }
}
