/** The calls of the operation log that can fail; tests give their own. */
import * as fs from 'node:fs';
import { uptime } from 'node:os';

export interface LogSystem
  extends Pick<
    typeof fs,
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

export const nodeSystem: LogSystem = {
  ...fs,
  now: Date.now,
  monotonic: () => Number(process.hrtime.bigint() / 1000n) / 1000,
  uptime: () => uptime() * 1000,
};
