/** What the commands of a run say that they did, kept until it is written into the operation log. */
import type { Dated, Draft } from '../audit/entry';
import { targetText } from './targetText';

/** An operation as a command knows it: `ms` where it is not the time since the one before. */
export interface Noted extends Omit<Draft, 'target'> {
  /** Paths, or `-` for standard input or output. */
  target?: string | readonly string[];
}

export interface NotedOperations {
  /** Answers how many now wait to be taken. */
  note(noted: Noted): number;
  /** Those noted since they were taken last. */
  take(): Dated[];
  /** Something was noted in this run. */
  isAny(): boolean;
}

export function notedOperations(): NotedOperations {
  let pending: Dated[] = [];
  let isAny = false;
  let start = Date.now();
  return {
    note({ target, ...noted }) {
      const at = Date.now();
      isAny = true;
      pending.push({
        ...{ ms: at - start, ...noted, at, offsetMinutes: -new Date(at).getTimezoneOffset() },
        ...(target !== undefined && { target: targetText(target) }),
      });
      start = at;
      return pending.length;
    },
    take() {
      const taken = pending;
      pending = [];
      return taken;
    },
    isAny: () => isAny,
  };
}
