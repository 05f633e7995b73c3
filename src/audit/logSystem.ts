/** The calls of the operation log that can fail; tests give their own. */
import type * as Fs from 'node:fs';
import {
  closeSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { uptime } from 'node:os';

export interface LogSystem
  extends Pick<
    typeof Fs,
    | 'closeSync'
    | 'fchownSync'
    | 'fstatSync'
    | 'fsyncSync'
    | 'ftruncateSync'
    | 'lstatSync'
    | 'mkdirSync'
    | 'openSync'
    | 'readdirSync'
    | 'readSync'
    | 'unlinkSync'
    | 'writeSync'
  > {
  /** By the clock on the wall, milliseconds since 1970. */
  now(): number;
  /** Milliseconds by a clock that nobody sets; on Linux it stands while the machine sleeps. */
  monotonic(): number;
  /** Milliseconds since the machine was started, with those that it slept; to a second. */
  uptime(): number;
}

/** Only what is named: to copy all of `node:fs` loads its streams and promises. */
export const nodeSystem: LogSystem = {
  closeSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  unlinkSync,
  writeSync,
  now: Date.now,
  monotonic: () => Number(process.hrtime.bigint() / 1000n) / 1000,
  uptime: () => uptime() * 1000,
};
