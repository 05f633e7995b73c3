/**
 * One writer at a time, whichever process: a file that only one can make. It names its owner, so
 * that what a killed process left is found at once, and what a hanging or distant one holds after a
 * while.
 */
import { randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LOCK_NAME, openOwn } from './logFolder';
import type { LogSystem } from './logSystem';

/** A lock that stays the same for so long is nobody's: lines take milliseconds. */
const ABANDONED_MS = 10_000;
/** One that does not even name its owner. */
const NAMELESS_MS = 2000;
const MAX_WAIT_MS = 30_000;
const MAX_PAUSE_MS = 8;

export interface HeldLock {
  /** Nobody has taken the lock for abandoned. */
  isMine(): boolean;
}

/**
 * Runs `work` with the lock, waiting for others.
 * @throws an Error with code ELOCKED after 30 s
 */
export function withLogLock<T>(folder: string, system: LogSystem, work: (lock: HeldLock) => T): T {
  const path = join(folder, LOCK_NAME);
  const mine = JSON.stringify({ pid: process.pid, place: place(), nonce: randomBytes(8).toString('hex') });
  acquire(folder, path, mine, system);
  const isMine = () => contentOf(path, system) === mine;
  try {
    return work({ isMine });
  } finally {
    if (isMine()) unlink(path, system);
  }
}

function acquire(folder: string, path: string, mine: string, system: LogSystem): void {
  const start = system.monotonic();
  let seen: { content: string; since: number } | undefined;
  while (!make(folder, path, mine, system)) {
    const now = system.monotonic();
    if (now - start > MAX_WAIT_MS) throw Object.assign(new Error(`${path} is held`), { code: 'ELOCKED' });
    const content = contentOf(path, system);
    if (content === undefined) {
      pause(1);
      continue;
    }
    if (content !== seen?.content) seen = { content, since: now };
    if (isDead(content) || now - seen.since > (content === '' ? NAMELESS_MS : ABANDONED_MS)) {
      takeAway(path, content, system);
      seen = undefined;
    } else pause(1 + Math.random() * MAX_PAUSE_MS);
  }
}

function make(folder: string, path: string, content: string, system: LogSystem): boolean {
  let file: number;
  try {
    file = openOwn(folder, path, 'wx', system);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Windows says EPERM while a removed file is still open elsewhere.
    if (code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32')) return false;
    throw error;
  }
  try {
    system.writeSync(file, content);
  } catch (error) {
    unlink(path, system);
    throw error;
  } finally {
    system.closeSync(file);
  }
  return true;
}

/** Only one at a time removes a lock, and only the one that it has looked at. */
function takeAway(path: string, content: string, system: LogSystem): void {
  const breaking = `${path}.break`;
  try {
    system.closeSync(system.openSync(breaking, 'wx', 0o600));
  } catch {
    const age = ageOf(breaking, system);
    if (age !== undefined && Math.abs(age) > ABANDONED_MS) unlink(breaking, system);
    pause(MAX_PAUSE_MS);
    return;
  }
  if (contentOf(path, system) === content) unlink(path, system);
  unlink(breaking, system);
}

/** The owner ran on this machine, and is gone. */
function isDead(content: string): boolean {
  try {
    const { pid, place: owners } = JSON.parse(content);
    if (owners !== place() || !Number.isInteger(pid)) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
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

/** Undefined where there is none. */
function contentOf(path: string, { readFileSync }: LogSystem): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ageOf(path: string, { lstatSync, now }: LogSystem): number | undefined {
  try {
    return now() - lstatSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

function unlink(path: string, { unlinkSync }: LogSystem): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already.
  }
}

const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
