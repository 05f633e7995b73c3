/**
 * The log of one process: what cannot be written is counted, and told in the log once it can be.
 */
import { addMissed } from './addMissed';
import { type AppendOptions, appendEntries } from './appendEntries';
import type { Dated, Writer } from './entry';
import { type Missed, readMissed, writeMissed } from './logBlocks';
import { type LogSystem, nodeSystem } from './logSystem';

export interface LogOptions {
  folder: string;
  writer: Writer;
  /** Undefined: as the log has it. */
  keepDays?: number;
  /** Operations of before that nobody could write. */
  missed?: Missed;
  system?: LogSystem;
  maxFileBytes?: number;
}

/** Why lines could not be written, as the system says it. */
export interface LogFailure {
  code: string;
  message: string;
}

export interface OperationLog {
  /** Never throws; undefined: all is written. */
  append(drafts: readonly Dated[]): LogFailure | undefined;
  /** Tells the log that it is off for this program, unless it knows. */
  turnOff(by: string): LogFailure | undefined;
}

export function operationLog({ folder, system = nodeSystem, missed: before, ...options }: LogOptions): OperationLog {
  let clocks: AppendOptions['clocks'];
  let missed = before;
  const append = (drafts: readonly Dated[], off?: string): LogFailure | undefined => {
    try {
      const appended = appendEntries(folder, drafts, {
        ...options,
        system,
        ...(off !== undefined && { off }),
        ...(missed && { missed }),
        ...(clocks && { clocks }),
      });
      missed = undefined;
      clocks = { now: system.now(), uptime: system.uptime() };
      return appended?.failure && failureOf(appended.failure);
    } catch (error) {
      const failure = failureOf(error as NodeJS.ErrnoException);
      if (drafts.length > 0) missed = noteMissed(folder, drafts, failure.code, missed, system);
      return failure;
    }
  };
  return { append, turnOff: (by) => append([], by) };
}

const failureOf = ({ code = 'EIO', message }: NodeJS.ErrnoException): LogFailure => ({ code, message });

/** Beside the log where that is possible, for the next process; answers what is left to remember. */
function noteMissed(
  folder: string,
  drafts: readonly Dated[],
  code: string,
  kept: Missed | undefined,
  system: LogSystem,
): Missed | undefined {
  const add = (to: Missed | undefined): Missed => addMissed(to, drafts, code);
  // Nothing is put into a folder of somebody else.
  if (code === 'EFOREIGN') return add(kept);
  try {
    writeMissed(folder, add(readMissed(folder, system)), system);
    return kept;
  } catch {
    return add(kept);
  }
}
