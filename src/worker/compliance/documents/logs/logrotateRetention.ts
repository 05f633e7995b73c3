/** How long logrotate keeps what it rotates: the period times the number of files, or less. */
import type { WorkspaceFiles } from '../../files';
import type { LogRetention } from '../../model/logRetention';
import type { Edit } from '../../model/value';
import { mainBeside } from '../mainBeside';
import { type LogrotateBlock, type LogrotateDirective, parseLogrotate } from './logrotate';

/** Days of so many months at least, whichever they are. */
const MONTHS = [0, 28, 59, 89, 120, 150, 181];
const PERIODS: ReadonlyMap<string, readonly [days: number, periods: number]> = new Map([
  ['hourly', [1, 24]],
  ['daily', [1, 1]],
  ['weekly', [7, 1]],
  ['monthly', [304, 10]],
  ['yearly', [365, 1]],
]);

/** Whole days of so many periods; undefined: it is none. */
function daysOf(period: string, count: number): number | undefined {
  const [days, periods] = PERIODS.get(period) ?? [];
  if (days === undefined || periods === undefined) return undefined;
  return (period === 'monthly' ? MONTHS[count] : undefined) ?? Math.floor((count * days) / periods);
}

/** The least number of periods that has so many days. */
function countFor(period: string, least: number): number {
  const [days, periods] = PERIODS.get(period)!;
  let count = Math.max(1, Math.floor((least * periods) / days));
  while (daysOf(period, count)! < least) count++;
  return count;
}

/** Settings of which the last holds. */
type Key = 'period' | 'rotate' | 'maxage' | 'maxsize' | 'mail';
type Settings = Partial<Record<Key, LogrotateDirective>>;

/** Copies to another machine before the files go. */
const SENDS =
  /\b(?:rsync|scp|sftp|rclone|s3cmd|s5cmd|ossutil\w*|coscmd|obsutil|aws|gsutil|gcloud|az|mc|curl|nc|ncat)\b/;
/** Rotated by logrotate, and no log: dumps and archives. */
const NO_LOG = /backup|\.(?:sql|dump|tar|tgz|zip|gz|bz2|xz|zst|bak|pcap)\b/i;

const MAX_BLOCKS = 500;

/** What may leave directives out. A variable of the shell in a path says nothing of the time. */
const TEMPLATE = /\{\{|\{%|<%/;

/** Never throws. */
export function logrotateRetentions(uri: string, text: string, files: WorkspaceFiles): LogRetention[] {
  if (TEMPLATE.test(text)) return [];
  const { globals, blocks } = parseLogrotate(uri, text);
  const whole = globalsBeside(uri, files);
  const out: LogRetention[] = [];
  for (const block of blocks.slice(0, MAX_BLOCKS)) {
    if (NO_LOG.test(block.paths) || SENDS.test(block.scripts)) continue;
    const around = settingsOf(globals.slice(0, block.globals), settingsOf(whole));
    out.push(...retentionOf(uri, settingsOf(block.directives, around), block));
  }
  if (globals.some(({ name }) => name === 'include')) out.push(...retentionOf(uri, settingsOf(globals), undefined));
  return out.filter(({ place }, i) => out.findIndex((other) => other.place.start === place.start) === i);
}

/** What the main file says to all, for a file of `logrotate.d` beside it. */
function globalsBeside(uri: string, files: WorkspaceFiles): LogrotateDirective[] {
  const main = mainBeside(uri, 'logrotate.d', 'logrotate.conf');
  const text = main === undefined ? undefined : files.text(main);
  return typeof text === 'string' && text.length < 100_000 ? parseLogrotate(main!, text).globals : [];
}

function settingsOf(directives: readonly LogrotateDirective[], around: Settings = {}): Settings {
  const out = { ...around };
  for (const directive of directives) {
    const { name } = directive;
    // Of size and period the last one counts.
    if (name === 'size' || PERIODS.has(name)) out.period = directive;
    else if (name === 'nomail') delete out.mail;
    else if (name === 'rotate' || name === 'maxage' || name === 'maxsize' || name === 'mail') out[name] = directive;
  }
  return out;
}

/** Nothing where it is mailed away, or where what decides stands elsewhere. */
function retentionOf(uri: string, settings: Settings, block: LogrotateBlock | undefined): LogRetention[] {
  const { period, rotate, maxage, maxsize, mail } = settings;
  if (mail) return [];
  const byCount = period && rotate && daysByCount(period, rotate);
  const byAge = maxage && /^\d{1,6}$/.test(maxage.value) ? Number(maxage.value) : undefined;
  const retention = (decisive: LogrotateDirective, rest: Pick<LogRetention, 'written' | 'days' | 'raise'>) => {
    const directive =
      decisive.place.uri === uri ? decisive : [rotate, period, maxage].find((d) => d?.place.uri === uri);
    const place = directive?.valuePlace.end === directive?.valuePlace.start ? directive?.place : directive?.valuePlace;
    return place ? [{ layer: 'logrotate' as const, place, ...rest }] : [];
  };
  if (byAge !== undefined && (byCount === undefined || byAge <= byCount))
    return retention(maxage!, {
      written: `maxage ${byAge}`,
      days: byAge,
      raise: (days) => raised(uri, settings, days),
    });
  if (!period || !rotate || byCount === undefined) {
    const size = period?.name === 'size' && rotate && /^\d+$/.test(rotate.value) && block ? period : undefined;
    return size ? retention(size, { written: size.name, days: undefined }) : [];
  }
  const written = `${period.name} × ${rotate.value}`;
  // A file that grows faster is rotated earlier.
  if (maxsize && byCount >= 180 && Number.isFinite(byCount))
    return retention(maxsize, { written: 'maxsize', days: undefined });
  return retention(rotate, { written, days: byCount, raise: (days) => raised(uri, settings, days) });
}

function daysByCount({ name }: LogrotateDirective, { value }: LogrotateDirective): number | undefined {
  if (value === '-1') return Number.POSITIVE_INFINITY;
  return /^\d{1,6}$/.test(value) ? daysOf(name, Number(value)) : undefined;
}

/** Raises each number that is too small; undefined where one stands in another file. */
function raised(uri: string, { period, rotate, maxage }: Settings, days: number): Edit[] | undefined {
  const edits: Edit[] = [];
  const keeps = period && rotate && daysByCount(period, rotate);
  if (keeps !== undefined && keeps < days)
    edits.push({ ...rotate!.valuePlace, newText: String(countFor(period!.name, days)) });
  if (maxage && Number(maxage.value) < days) edits.push({ ...maxage.valuePlace, newText: String(days) });
  return edits.every((edit) => edit.uri === uri) ? edits : undefined;
}
