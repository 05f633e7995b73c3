/** When a timer of systemd starts its service (systemd.timer(5)). */
import { longestGapDays } from '../model/cron';
import type { Place } from '../model/value';
import { valueIn } from '../valueIn';
import { secondsOfSpan } from './timeSpan';
import { isEnabled, readUnitFile } from './unitFile';

export interface UnitTimer {
  /** Of its file. */
  name: string;
  /** The name of the unit that it starts, with its suffix. */
  unit: string;
  /** The value that says how often. */
  place: Place;
  /** The longest time between two starts; undefined: it starts again, but how often cannot be told. */
  days: number | undefined;
  /** It says who shall start it. */
  isEnabled: boolean;
}

const DAY_SECONDS = 86_400;
/** Those that cron does not have. */
const SHORTHANDS: Record<string, number> = { minutely: 1, quarterly: 92, semiannually: 184 };
const WEEKDAYS = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\.\.|-|,)?)+,?$/;
/** `*-*-01`, `*-1/3-1`; a year that is told ends. */
const DATE = /^(?:\*-)?([\d*,./]+)-([\d*,./]+)$/;

/** The timer of a `.timer` file; undefined where nothing starts again. Linear and never throws. */
export function readUnitTimer(uri: string, text: string): UnitTimer | undefined {
  const name = /([^\\/]+)\.timer$/i.exec(uri)?.[1];
  if (name === undefined) return undefined;
  const all = readUnitFile(uri, text);
  const settings = all.filter(({ section }) => section === 'Timer');
  const named = settings.findLast(({ key, value }) => key === 'Unit' && value !== '')?.value;
  const times = settings.flatMap(({ key, value, valuePlace: place }) => {
    if (key === 'OnCalendar') return value === '' ? [] : [{ place, days: daysOfCalendar(value) }];
    if (!/^OnUnit(?:Inactive|Active)Sec$/.test(key)) return [];
    const seconds = secondsOfSpan(value);
    return [{ place, days: seconds === undefined ? undefined : Math.max(1, Math.ceil(seconds / DAY_SECONDS)) }];
  });
  const often = times.find(({ days }) => days === undefined) ?? times.sort((a, b) => a.days! - b.days!)[0];
  const unit = named ?? `${name}.service`;
  return often && { name: `${name}.timer`, unit, ...often, isEnabled: isEnabled(all) };
}

/** Of a calendar event as systemd.time(7) describes it, as far as a line of cron could say it. */
function daysOfCalendar(written: string): number | undefined {
  const text = written.trim().toLowerCase();
  const shorthand = valueIn(SHORTHANDS, text) ?? longestGapDays(`@${text}`);
  if (shorthand !== undefined) return shorthand;
  const words = text.split(/\s+/);
  const weekdays = WEEKDAYS.test(words[0]!) ? words.shift()! : '*';
  const [, month, day] = DATE.exec(words[0] ?? '') ?? (weekdays === '*' ? [] : ['', '*', '*']);
  // cron fires on either, systemd only where both are met.
  if (month === undefined || day === undefined || (weekdays !== '*' && day !== '*')) return undefined;
  const weekday = weekdays.replace(/,$/, '').replace(/([a-z]{3})[a-z]*/g, '$1');
  return longestGapDays(`0 0 ${[day, month, weekday].map((field) => field.replaceAll('..', '-')).join(' ')}`);
}
