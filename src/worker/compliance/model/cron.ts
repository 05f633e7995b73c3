/** How often a five-field cron expression fires. */
import { valueIn } from '../valueIn';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const MACROS: Record<string, number> = {
  '@hourly': 1,
  '@daily': 1,
  '@midnight': 1,
  '@weekly': 7,
  '@monthly': 31,
  '@yearly': 366,
  '@annually': 366,
};
const DAY_MS = 86_400_000;
/** Long enough to see a leap day twice. */
const SEEN_DAYS = 8 * 366;

/**
 * The longest time between two days on which it fires, in days; Infinity: never; undefined: not a
 * cron expression that we read.
 */
export function longestGapDays(expression: string): number | undefined {
  const text = expression.trim().toLowerCase();
  if (text.startsWith('@')) return valueIn(MACROS, text);
  const fields = text.split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute, hour, day, month, weekday] = [
    parseField(fields[0]!, 0, 59, []),
    parseField(fields[1]!, 0, 23, []),
    parseField(fields[2]!, 1, 31, []),
    parseField(fields[3]!, 1, 12, MONTHS, 1),
    parseField(fields[4]!, 0, 7, DAYS),
  ];
  if (!minute || !hour || !day || !month || !weekday) return undefined;
  if (weekday.has(7)) weekday.add(0);
  const anyDay = fields[2]!.startsWith('*');
  const anyWeekday = fields[4]!.startsWith('*');
  return longestGap((date) => {
    if (!month.has(date.month)) return false;
    const byDay = day.has(date.day);
    const byWeekday = weekday.has(date.weekday);
    return anyDay || anyWeekday ? byDay && byWeekday : byDay || byWeekday;
  });
}

interface CalendarDay {
  /** 1 to 12 */
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
}

let calendar: CalendarDay[] | undefined;

/** Made once: a table of schedules asks for it line by line. */
function calendarDays(): CalendarDay[] {
  const start = Date.UTC(2024, 0, 1);
  calendar ??= Array.from({ length: SEEN_DAYS }, (_, i) => {
    const date = new Date(start + i * DAY_MS);
    return { month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() };
  });
  return calendar;
}

function longestGap(fires: (date: CalendarDay) => boolean): number {
  let last: number | undefined;
  let longest = 0;
  for (const [i, date] of calendarDays().entries()) {
    if (!fires(date)) continue;
    if (last !== undefined) longest = Math.max(longest, i - last);
    last = i;
  }
  return longest === 0 ? Number.POSITIVE_INFINITY : longest;
}

/** `names[0]` stands for `first`. */
function parseField(
  field: string,
  low: number,
  high: number,
  names: readonly string[],
  first = 0,
): Set<number> | undefined {
  const out = new Set<number>();
  const number = (word: string): number => {
    const named = names.indexOf(word);
    return named >= 0 ? named + first : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  };
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const by = step === undefined ? 1 : number(step);
    const [from = '', to] = range === '*' ? [String(low), String(high)] : range.split('-');
    const begin = number(from);
    const end = to === undefined ? (step === undefined ? begin : high) : number(to);
    if (!(by >= 1) || !(begin >= low) || !(end <= high) || begin > end) return undefined;
    for (let value = begin; value <= end; value += by) out.add(value);
  }
  return out;
}
