/** The texts that a script of sed(1) puts in: replacements of `s`, and those of `a`, `i`, `c`. */
import { UNKNOWN } from '../../model/value';
import { type Excerpt, rewritten } from '../text/excerpt';

/** Longer scripts are programs of their own. */
const MAX_LENGTH = 10_000;

/** One excerpt a text; what only running it tells (`&`, `\1`) is UNKNOWN. Linear; never throws. */
export function sedTexts(script: Excerpt): Excerpt[] {
  const { text } = script;
  if (text.length > MAX_LENGTH) return [];
  const out: Excerpt[] = [];
  for (let at = 0; at < text.length; ) {
    at = skipAddress(text, at);
    const command = text[at];
    if (command === 's') {
      const mark = text[at + 1] ?? '';
      const middle = endOfPart(text, at + 2, mark);
      const end = endOfPart(text, middle + 1, mark);
      if (mark === '' || /[\s\\\w]/.test(mark) || end > text.length) return out;
      out.push(replacement(script, middle + 1, Math.min(end, text.length)));
      at = endOfCommand(text, end + 1);
    } else if (command !== undefined && /[aic]/.test(command)) {
      const start = at + 1 + /^[ \t]*(?:\\\n?)?[ \t]*/.exec(text.slice(at + 1))![0].length;
      const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
      out.push(part(script, start, end));
      at = end + 1;
    } else at = endOfCommand(text, at);
  }
  return out;
}

/** Behind blanks, `{`, `!`, line numbers, `$` and patterns. */
function skipAddress(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (/[\s;{}!\d$,~+]/.test(text[at] ?? '.')) at++;
    else if (text[at] === '/') at = endOfPart(text, at + 1, '/') + 1;
    else return at;
  }
}

/** Where the mark stands that ends a part, which a backslash takes as it is; else behind all. */
function endOfPart(text: string, from: number, mark: string): number {
  let at = from;
  while (at < text.length && text[at] !== mark) at += text[at] === '\\' ? 2 : 1;
  return at < text.length ? at : text.length + 1;
}

function endOfCommand(text: string, from: number): number {
  const length = text.slice(from).search(/[;\n}]/);
  return length < 0 ? text.length : from + length + 1;
}

const part = ({ text, place, write }: Excerpt, start: number, end: number): Excerpt => ({
  text: text.slice(start, end),
  place: (from, to) => place(start + from, start + to),
  write,
});

const replacement = (script: Excerpt, start: number, end: number): Excerpt =>
  rewritten(part(script, start, end), /\\(.)|&/gs, ([all, c]) =>
    all === '&' || /\d/.test(c!) ? UNKNOWN : c === 'n' ? '\n' : c!,
  );
