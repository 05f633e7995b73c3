/**
 * Dates as forms give them (2026-01-31, 2026-01-31T09:30) and as calendars write them (20260131,
 * 20260131T093000).
 */

const dayMs = 86_400_000;

/** A day of the calendar, YYYY-MM-DD. */
export const isDate = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

/** A day, or a day and time of day: YYYY-MM-DDTHH:MM, with :SS and Z (UTC) as they are wanted. */
export function isDateTime(value: string): boolean {
  const [date, time] = value.split('T');
  return (
    isDate(date!) && (time === undefined ? !value.includes('T') : /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?Z?$/.test(time))
  );
}

/** Full minutes are written without seconds. */
export const cleanDateTime = (value: string): string => value.trim().replace(/^(.*T\d\d:\d\d):00(Z?)$/, '$1$2');

/** 20260131 or 20260131T093000Z. */
export function compactDate(value: string): string {
  const [date, time] = value.split('T');
  const day = date!.replace(/-/g, '');
  if (time === undefined) return day;
  const clock = time.replace(/[:Z]/g, '').padEnd(6, '0');
  return `${day}T${clock}${time.endsWith('Z') ? 'Z' : ''}`;
}

/** The form's spelling of a calendar's date or time; undefined when it is none. */
export function expandedDate(value: string): string | undefined {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z?))?$/.exec(value.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zone] = match;
  const text = `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}${second && second !== '00' ? `:${second}` : ''}${zone}`}`;
  return isDateTime(text) ? text : undefined;
}

/** The day so many days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
