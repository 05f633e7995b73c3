/**
 * The commands of a systemd unit as shell text: one excerpt per `Exec…=` (systemd.service(5),
 * COMMAND LINES).
 */

import type { HostVariable } from '../model/hostVariable';
import { UNKNOWN } from '../model/value';
import { parseShell } from './shell/shell';
import { variableIn, variablesSet } from './shell/shellVariables';
import { type Excerpt, excerptOf, type Piece } from './text/excerpt';

const EXEC = /^Exec(?:Start|StartPre|StartPost|Condition|Reload|Stop|StopPost)[ \t]*=[ \t]*[-@:+!|]*[ \t]*/;
/** A list of assignments, with quotes as in a command line (systemd.exec(5)). */
const ENVIRONMENT = /^Environment[ \t]*=[ \t]*/;
/** What a shell would act on and systemd does not. */
const PLAIN = new Set(';|&<>()`#');

/**
 * Nothing but quotes, backslashes, `$NAME` and `%` specifiers means anything there; specifiers are
 * unknown.
 */
export const systemdShells = (document: string): Excerpt[] => excerptsOf(document, EXEC);

/** What `Environment=` sets, of values that the unit tells as a whole. */
export const systemdVariables = (uri: string, document: string): HostVariable[] =>
  excerptsOf(document, ENVIRONMENT)
    .flatMap((excerpt) => parseShell(excerpt))
    .flatMap((command) => [...variablesSet(command), ...command.words.flatMap(variableIn)])
    .flatMap(({ name, known: text, place: { start, end } }) =>
      text === undefined ? [] : [{ kind: 'systemd', name, text, place: { uri, start, end } }],
    );

/** One excerpt per setting whose key and what stands in front of its text the pattern matches. */
function excerptsOf(document: string, setting: RegExp): Excerpt[] {
  const shells: Piece[][] = [];
  let at = 0;
  let quote = '';
  let continued = false;
  for (const line of document.split(/(?<=\n)/)) {
    const comment = /^[ \t]*[#;]/.test(line);
    const head = continued ? undefined : setting.exec(line);
    const from = continued ? 0 : head?.[0].length;
    if (from !== undefined && !(continued && comment)) {
      if (!continued) shells.push([]);
      quote = readLine(line, from, at, continued ? quote : '', shells.at(-1)!);
      continued = /\\\r?\n$/.test(line);
      if (!continued) quote = '';
    }
    at += line.length;
  }
  const write = (text: string) => (/[\\`;|&<>()#]/.test(text) ? undefined : text.replaceAll('%', '%%'));
  return shells.map((pieces) => excerptOf(pieces, write));
}

/** Answers the quote that is still open behind the line. */
function readLine(line: string, from: number, at: number, open: string, pieces: Piece[]): string {
  let quote = open;
  let plainFrom = from;
  const push = (end: number, text?: string) => {
    if (end > plainFrom)
      pieces.push({ text: text ?? line.slice(plainFrom, end), start: at + plainFrom, end: at + end });
    plainFrom = end;
  };
  for (let i = from; i < line.length; i++) {
    const c = line[i]!;
    if (c === '\\') i++;
    else if (c === quote) quote = '';
    else if (quote === '' && (c === '"' || c === "'")) quote = c;
    else if (c === '%' && /[%\w]/.test(line[i + 1] ?? '')) {
      push(i);
      push(i + 2, line[i + 1] === '%' ? '%' : UNKNOWN);
      i++;
    } else if (quote === '' && PLAIN.has(c)) {
      push(i);
      push(i + 1, `\\${c}`);
    }
  }
  push(line.length);
  return quote;
}
