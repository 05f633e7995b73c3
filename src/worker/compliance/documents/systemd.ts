/**
 * The commands of a systemd unit as shell text: one excerpt per `Exec…=` (systemd.service(5),
 * COMMAND LINES).
 */
import { UNKNOWN } from '../model/value';
import { type Excerpt, excerptOf, type Piece } from './text/excerpt';

const EXEC = /^Exec(?:Start|StartPre|StartPost|Condition|Reload|Stop|StopPost)[ \t]*=[ \t]*[-@:+!|]*[ \t]*/;
/** What a shell would act on and systemd does not. */
const PLAIN = new Set(';|&<>()`#');

/**
 * Nothing but quotes, backslashes, `$NAME` and `%` specifiers means anything there; specifiers are
 * unknown.
 */
export function systemdShells(document: string): Excerpt[] {
  const shells: Piece[][] = [];
  let at = 0;
  let quote = '';
  let continued = false;
  for (const line of document.split(/(?<=\n)/)) {
    const comment = /^[ \t]*[#;]/.test(line);
    const exec = continued ? undefined : EXEC.exec(line);
    const from = continued ? 0 : exec?.[0].length;
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
