/** The commands of a crontab as shell text, and when each runs (crontab(5)). */
import type { HostVariable } from '../model/hostVariable';
import type { Place } from '../model/value';
import { type Excerpt, excerptOf, type Piece } from './text/excerpt';
import { linesIn } from './text/lines';

export interface CronEntry {
  /** Five fields or `@weekly`. */
  schedule: string;
  place: Place;
  /** The range of its command. */
  start: number;
  end: number;
  /** A system table without a user before the command: cron takes its first word for one. */
  lacksUser: boolean;
  /** Every bare `%`: there the command ends, and what follows is its input. */
  ends: Place[];
}

const SCHEDULE = /^[ \t]*(@[a-z]+|(?:[^\s#]\S*[ \t]+){4}\S+)[ \t]+/;
const SETTING = /^[ \t]*[A-Za-z_]\w*[ \t]*=/;

/** `NAME = value`, in quotes to keep blanks at its ends. */
const VARIABLE = /^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|(.*))/d;

export const crontabVariables = (uri: string, document: string): HostVariable[] =>
  [...linesIn(document)].flatMap(({ text: line, at }): HostVariable[] => {
    const match = SETTING.test(line) ? VARIABLE.exec(line) : null;
    const [start, end] = match?.indices?.slice(2).find((span) => span !== undefined) ?? [];
    if (!match || start === undefined || end === undefined) return [];
    const text = line.slice(start, end).trimEnd();
    return [
      { kind: 'crontab', name: match[1]!, text, place: { uri, start: at + start, end: at + start + text.length } },
    ];
  });

/** No users, and what commands begin with. */
const PROGRAM =
  /^(?:[/~.[(@$"'{]|(?:find|rm|mv|cp|cd|sh|bash|docker|docker-compose|podman|tar|rsync|python\d?|php|perl|node|curl|wget|test|flock|nice|env|sudo|echo|systemctl|journalctl|certbot|tmpreaper|tmpwatch|pg_dump|mysqldump|restic|borg)[ \t])/;

/** System tables name a user before the command; `crontab -e` tables do not. */
export function readCrontab(uri: string, document: string): { excerpts: Excerpt[]; entries: CronEntry[] } {
  const system = /(^|[\\/])(etc[\\/]crontab|cron\.d[\\/][^\\/]+)$/.test(uri);
  const entries: CronEntry[] = [];
  const excerpts: Excerpt[] = [];
  const write = (text: string) => (text.includes('\n') ? undefined : text.replaceAll('%', '\\%'));
  let at = 0;
  for (const line of document.split(/(?<=\n)/)) {
    const match = SETTING.test(line) ? null : SCHEDULE.exec(line.slice(0, 2000));
    const body = line.replace(/\r?\n$/, '');
    if (match && body.length > match[0].length) {
      const command = body.slice(match[0].length);
      const lacksUser = system && PROGRAM.test(command);
      const user = lacksUser ? '' : (/^[a-z_][\w-]*[ \t]+/.exec(command)?.[0] ?? '');
      const from = match[0].length + (system || user.trim() === 'root' ? user.length : 0);
      const { pieces, length } = commandOf(body, from, at);
      excerpts.push(excerptOf(pieces, write));
      const start = at + match[0].indexOf(match[1]!);
      entries.push({
        schedule: match[1]!,
        place: { uri, start, end: start + match[1]!.length },
        start: at + from,
        end: at + length,
        lacksUser,
        ends: bareEnds(uri, body, length, at),
      });
    }
    at += line.length;
  }
  return { excerpts, entries };
}

function bareEnds(uri: string, line: string, from: number, at: number): Place[] {
  const ends: Place[] = [];
  for (let i = from; i < line.length; i++)
    if (line[i] === '%' && line[i - 1] !== '\\') ends.push({ uri, start: at + i, end: at + i + 1 });
  return ends;
}

/**
 * Up to the first bare `%`, behind which the command's input stands; `length` is where the command
 * ends in the line.
 */
function commandOf(line: string, from: number, at: number): { pieces: Piece[]; length: number } {
  const pieces: Piece[] = [];
  let plain = from;
  let end = line.length;
  for (let i = from; i < line.length; i++) {
    if (line[i] !== '%') continue;
    if (line[i - 1] !== '\\') {
      end = i;
      break;
    }
    pieces.push(
      { text: line.slice(plain, i - 1), start: at + plain, end: at + i - 1 },
      { text: '%', start: at + i - 1, end: at + i + 1 },
    );
    plain = i + 1;
  }
  pieces.push({ text: line.slice(plain, end), start: at + plain, end: at + end });
  return { pieces, length: end };
}
