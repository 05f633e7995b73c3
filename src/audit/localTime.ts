/** The local time of an entry. */
import type { Entry } from './entry';

/** By the clock of whoever did it, RFC 3339. */
export function localTime({ time, offset }: Pick<Entry, 'time' | 'offset'>): string {
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  if (sign === undefined) return '';
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(Date.parse(time) + ms).toISOString().replace('Z', offset);
}
