/** How grave an entry is to whoever watches the exports. */
import type { Entry, Result } from '../entry';

/** `alarm`: of the log itself, what is missing of it or was done to it. */
export type Severity = Result | 'alarm';

const ALARMS: readonly unknown[] = ['gap', 'torn', 'missing', 'changed', 'headLost', 'off'];

export const severityOf = ({ op, result, detail }: Pick<Entry, 'op' | 'result' | 'detail'>): Severity =>
  op === 'log' && ALARMS.includes(detail?.event) ? 'alarm' : result;
