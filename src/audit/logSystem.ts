/** The calls of the operation log that can fail; tests give their own. */
import * as fs from 'node:fs';

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
  /** Milliseconds by a clock that nobody sets. */
  monotonic(): number;
}

export const nodeSystem: LogSystem = {
  ...fs,
  now: Date.now,
  monotonic: () => Number(process.hrtime.bigint() / 1000n) / 1000,
};
