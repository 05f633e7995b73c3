/**
 * One writer at a time, whichever process: a file that only one can make. It names its owner, so
 * that what a killed process left is found at once, and what a hanging or distant one holds after a
 * while.
 */
import { randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LOCK_NAME } from './logFolder';
import type { LogSystem } from './logSystem';
import { makeOwn } from './ownFile';
import { readOwn } from './readOwn';

/** A lock that stays the same for so long is nobody's: lines take milliseconds. */
const ABANDONED_MS = 10_000;
/** One that does not even name its owner; also how long Windows may refuse what it will let. */
const NAMELESS_MS = 2000;
const MAX_WAIT_MS = 30_000;
/** Held by who removes a lock. */
const BREAK_NAME = `${LOCK_NAME}.break`;
const MAX_PAUSE_MS = 8;

export interface HeldLock {
  /** Nobody has taken the lock for abandoned. */
  isMine(): boolean;
}

/**
 * Runs `work` with the lock, waiting for others.
 * @throws what the system throws where there can be no lock; an Error with code ELOCKED after 30 s
 */
export function withLogLock<T>(folder: string, system: LogSystem, work: (lock: HeldLock) => T): T {
  const mine = JSON.stringify({ pid: process.pid, place: place(), nonce: randomBytes(8).toString('hex') });
  acquire(folder, mine, system);
  const isMine = () => contentOf(folder, system) === mine;
  try {
    return work({ isMine });
  } finally {
    try {
      if (isMine()) unlink(folder, LOCK_NAME, system);
    } catch {
      // What was done is done; the next writer finds that its owner is gone.
    }
  }
}

function acquire(folder: string, mine: string, system: LogSystem): void {
  const start = system.monotonic();
  let seen: { content: string | undefined; since: number } | undefined;
  let refusedSince: number | undefined;
  /** Windows refuses for a moment, while a removed file is still open elsewhere. */
  const refused = (error: unknown) => {
    const now = system.monotonic();
    refusedSince ??= now;
    const passes = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '');
    if (!passes || now - refusedSince > NAMELESS_MS) throw error;
    pause(MAX_PAUSE_MS);
  };
  for (;;) {
    try {
      if (make(folder, mine, system)) return;
    } catch (error) {
      refused(error);
      continue;
    }
    const now = system.monotonic();
    if (now - start > MAX_WAIT_MS)
      throw Object.assign(new Error(`${LOCK_NAME} in ${folder} is held`), { code: 'ELOCKED' });
    const content = contentOf(folder, system);
    if (!seen || content !== seen.content) seen = { content, since: now };
    if (
      content !== undefined &&
      (isDead(content) || now - seen.since > (content === '' ? NAMELESS_MS : ABANDONED_MS))
    ) {
      try {
        takeAway(folder, content, system);
      } catch (error) {
        refused(error);
      }
      seen = undefined;
    } else {
      refusedSince = undefined;
      pause(content === undefined ? 1 : 1 + Math.random() * MAX_PAUSE_MS);
    }
  }
}

function make(folder: string, content: string, system: LogSystem): boolean {
  let file: number;
  try {
    file = makeOwn(folder, LOCK_NAME, system);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    system.writeSync(file, content);
  } catch (error) {
    unlink(folder, LOCK_NAME, system);
    throw error;
  } finally {
    system.closeSync(file);
  }
  return true;
}

/** Only one at a time removes a lock, and only the one that it has looked at. */
function takeAway(folder: string, content: string, system: LogSystem): void {
  try {
    system.closeSync(makeOwn(folder, BREAK_NAME, system));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const age = ageOf(join(folder, BREAK_NAME), system);
    if (age !== undefined && Math.abs(age) > ABANDONED_MS) unlink(folder, BREAK_NAME, system);
    pause(MAX_PAUSE_MS);
    return;
  }
  try {
    if (contentOf(folder, system) === content) unlink(folder, LOCK_NAME, system);
  } finally {
    unlink(folder, BREAK_NAME, system);
  }
}

/**
 * The owner ran on this machine, and is gone: the process, or the thread of this one that wrote
 * before, for there is one at a time.
 */
function isDead(content: string): boolean {
  try {
    const { pid, place: owners } = JSON.parse(content);
    if (owners !== place() || !Number.isInteger(pid)) return false;
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

let knownPlace: string | undefined;
/** Where a process id means something: containers of one machine count for themselves. */
function place(): string {
  if (knownPlace === undefined) {
    let space = '';
    try {
      space = readlinkSync('/proc/self/ns/pid');
    } catch {
      // Of Linux only.
    }
    knownPlace = `${hostname()} ${space}`.trim();
  }
  return knownPlace;
}

/** Undefined where there is none; empty where it names nobody, or is no file of ours. */
function contentOf(folder: string, system: LogSystem): string | undefined {
  try {
    return readOwn(folder, LOCK_NAME, system);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : '';
  }
}

function ageOf(path: string, { lstatSync, now }: LogSystem): number | undefined {
  try {
    return now() - lstatSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

/** @throws what the system throws, unless it is gone already */
function unlink(folder: string, name: string, { unlinkSync }: LogSystem): void {
  try {
    unlinkSync(join(folder, name));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
