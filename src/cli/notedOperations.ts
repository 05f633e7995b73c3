/** What the commands of a run say that they did, kept until it is written into the operation log. */
import type { Dated, Draft } from '../audit/entry';

/** An operation as a command knows it; times are added here. */
export type Noted = Omit<Draft, 'ms'>;

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
    note(noted) {
      const at = Date.now();
      isAny = true;
      pending.push({ ...noted, at, offsetMinutes: -new Date(at).getTimezoneOffset(), ms: at - start });
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
