import { lastAtOrBefore } from './lastAtOrBefore';

/** Whether one of the ascending numbers lies in a span; its end is exclusive. */
export function holdsOne(ascending: readonly number[], { start, end }: { start: number; end: number }): boolean {
  const last = ascending[lastAtOrBefore(ascending, end - 1)];
  return last !== undefined && last >= start && last < end;
}
