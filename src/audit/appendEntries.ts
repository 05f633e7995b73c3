/** Writes lines at the end of the log, under its lock, and on the disk before it returns. */
import { join } from 'node:path';
import { type ChainEnd, chainEnd } from './chainEnd';
import type { Dated, Detail, Writer } from './entry';
import { type Expired, expiredFiles } from './expiredFiles';
import { entryOf, lineOf } from './lineOf';
import { type Head, type Missed, readHead, readMissed, writeHead, writeMissed } from './logBlocks';
import { type LogFile, logFileName, logFiles, ownFolder, tornName } from './logFolder';
import { type HeldLock, withLogLock } from './logLock';
import type { LogSystem } from './logSystem';
import { openOwn } from './ownFile';
import { sha256Hex } from './sha256Hex';

/** A larger file is followed by another part of the same month. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** What clocks may differ without anybody having set one. */
const CLOCK_MS = 2000;

export interface AppendOptions {
  system: LogSystem;
  writer: Writer;
  /** How long lines are to be kept; undefined: as the log has it. */
  keepDays?: number;
  /** Who turned the log off for this program: nothing but that is written, once. */
  off?: string;
  /** Operations that this process could not write before, nor note beside the log. */
  missed?: Missed;
  /** The clocks at the last time that this process wrote. */
  clocks?: { now: number; uptime: number };
  maxFileBytes?: number;
}

export interface Appended extends Pick<Head, 'seq' | 'sha256'> {
  /** The lines are there, but not all that belongs to them. */
  failure?: NodeJS.ErrnoException;
}

/**
 * @returns the last line's number and hash; undefined when there was nothing to write
 * @throws what the system throws; no line was written then
 */
export function appendEntries(folder: string, drafts: readonly Dated[], options: AppendOptions): Appended | undefined {
  ownFolder(folder, options.system);
  return withLogLock(folder, options.system, (lock) => append(folder, drafts, options, lock));
}

function append(
  folder: string,
  drafts: readonly Dated[],
  options: AppendOptions,
  lock: HeldLock,
): Appended | undefined {
  const { system, writer } = options;
  const head = readHead(folder, system);
  const { off, event } = switched(head, options);
  if (options.off !== undefined && !event) return undefined;
  const now = system.now();
  const files = logFiles(folder, system);
  const end = chainEnd(folder, files, head, system);
  const missed = joined(readMissed(folder, system), options.missed);
  const keepDays = options.keepDays ?? head?.keepDays;
  const file = nextFile(folder, files, now, options);
  const before = files.filter(({ name }) => name !== file.name);
  const expired =
    file.isNewMonth && end.writtenMs !== undefined
      ? expiredFiles(
          folder,
          before,
          { ...(keepDays !== undefined && { keepDays }), referenceMs: end.writtenMs },
          system,
        )
      : [];
  const events = [
    ...(file.isNew ? [opening(before.at(-1), end)] : []),
    ...end.events,
    ...clockEvents(now, end, options),
    ...(missed ? [{ event: 'gap', ...missed }] : []),
    ...(keepDays === head?.keepDays || keepDays === undefined ? [] : [{ event: 'keepDays', days: keepDays }]),
    ...expired.map((each) => ({ event: 'expired', ...each })),
    ...(event ? [event] : []),
  ];
  const all = [...events.map((detail) => ofLog(detail, now)), ...(options.off === undefined ? drafts : [])];
  if (all.length === 0) return undefined;
  let { seq, prev } = end;
  let text = '';
  for (const draft of all) {
    const line = lineOf(entryOf(draft, writer, { seq: ++seq, prev, now }));
    prev = sha256Hex(line);
    text += `${line}\n`;
  }
  // Whoever took the lock for abandoned may be writing by now.
  if (!lock.isMine()) throw Object.assign(new Error('the lock was taken away'), { code: 'ELOCKED' });
  let failure = write(folder, file.name, text, system);
  const next = { seq, sha256: prev, file: file.name, ...(keepDays !== undefined && { keepDays }), off };
  try {
    writeHead(folder, next, system);
    if (missed || file.isNew) writeMissed(folder, undefined, system);
  } catch (error) {
    // The next writer sees that these lines are whole.
    failure ??= error as NodeJS.ErrnoException;
  }
  removeAll(folder, expired, system);
  return { seq, sha256: prev, ...(failure && { failure }) };
}

const ofLog = (detail: Detail, at: number): Dated => ({
  op: 'log',
  result: 'ok',
  detail,
  at,
  offsetMinutes: offsetMinutes(at),
});

/** Of the local time at a moment. */
const offsetMinutes = (at: number): number => -new Date(at).getTimezoneOffset();

/** Who writes has the log on; it is told when that is new. */
function switched(head: Head | undefined, { writer, off }: AppendOptions): { off: string[]; event?: Detail } {
  const known = head?.off ?? [];
  const wasOff = known.includes(writer.app);
  if (wasOff === (off !== undefined)) return { off: known };
  const others = known.filter((app) => app !== writer.app);
  return off === undefined
    ? { off: others, event: { event: 'on' } }
    : { off: [...others, writer.app], event: { event: 'off', by: off } };
}

function nextFile(
  folder: string,
  files: readonly LogFile[],
  now: number,
  { system, maxFileBytes = MAX_FILE_BYTES }: AppendOptions,
): { name: string; isNew: boolean; isNewMonth: boolean } {
  const month = new Date(now).toISOString().slice(0, 7);
  const last = files.at(-1);
  // A clock that was set back does not open an older month again.
  if (!last || month > last.month) return { name: logFileName(month, 1), isNew: true, isNewMonth: true };
  const { size } = system.lstatSync(join(folder, last.name));
  // Whoever made it was killed, or found no room.
  if (size === 0) return { name: last.name, isNew: true, isNewMonth: files.at(-2)?.month !== last.month };
  if (size < maxFileBytes) return { name: last.name, isNew: false, isNewMonth: false };
  return { name: logFileName(last.month, last.part + 1), isNew: true, isNewMonth: false };
}

const opening = (last: LogFile | undefined, { seq, prev }: ChainEnd): Detail =>
  last ? { event: 'continued', file: last.name, seq, sha256: prev } : { event: 'started', format: 1 };

function clockEvents(now: number, { writtenMs }: ChainEnd, { clocks, system }: AppendOptions): Detail[] {
  const behindMs = writtenMs === undefined ? 0 : writtenMs - now;
  const jumpMs = clocks ? Math.round(now - clocks.now - (system.uptime() - clocks.uptime)) : 0;
  const [isBehind, hasJumped] = [behindMs > CLOCK_MS, Math.abs(jumpMs) > CLOCK_MS];
  return isBehind || hasJumped ? [{ event: 'clock', ...(isBehind && { behindMs }), ...(hasJumped && { jumpMs }) }] : [];
}

function joined(a: Missed | undefined, b: Missed | undefined): Missed | undefined {
  if (!a || !b) return a ?? b;
  const [first, last] = a.from <= b.from ? [a, b] : [b, a];
  return { count: a.count + b.count, from: first.from, to: a.to >= b.to ? a.to : b.to, code: last.code };
}

/**
 * All of it or nothing.
 * @returns why it is perhaps not on the disk, though it is in the file
 */
function write(folder: string, name: string, text: string, system: LogSystem): NodeJS.ErrnoException | undefined {
  const bytes = Buffer.from(text);
  const file = openOwn(folder, name, 'append', system);
  let at = 0;
  let size: number | undefined;
  try {
    ({ size } = system.fstatSync(file));
    while (at < bytes.length) at += system.writeSync(file, bytes, at);
    system.fsyncSync(file);
    return undefined;
  } catch (error) {
    try {
      if (size !== undefined) system.ftruncateSync(file, size);
    } catch {
      // The next writer puts half a line aside; those that are whole are there.
      if (at === bytes.length) return error as NodeJS.ErrnoException;
    }
    throw error;
  } finally {
    try {
      system.closeSync(file);
    } catch {
      // What was flushed stays.
    }
  }
}

function removeAll(folder: string, expired: readonly Expired[], { unlinkSync }: LogSystem): void {
  for (const name of expired.flatMap(({ file }) => [file, tornName(file)])) {
    try {
      unlinkSync(join(folder, name));
    } catch {
      // It is removed with the next month, or was never there.
    }
  }
}
