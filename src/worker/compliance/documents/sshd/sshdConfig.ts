/**
 * Reads one `sshd_config` into directives with places (fact T21; sshd_config(5), OpenSSH 9.2);
 * linear and never throws.
 */
import type { Place } from '../../model/value';
import { linesIn } from '../text/lines';

export interface SshdWord {
  /** Without quotes and backslashes. */
  text: string;
  /** Inside the quotes, when they stand around the whole of it. */
  place: Place;
}

export interface SshdDirective {
  /** In small letters. */
  keyword: string;
  keywordPlace: Place;
  words: SshdWord[];
  /** The `Match` line whose block it stands in. */
  match: SshdDirective | undefined;
}

export interface SshdConfig {
  uri: string;
  text: string;
  directives: SshdDirective[];
}

const KEYWORD = /[ \t\r\f]*(?:"([^"\n]*)"|([^\s"#=]+))[ \t\r\f]*=?[ \t\r\f]*/y;

/**
 * `Keyword value…`, `Keyword=value`; what stands behind `Match` is of its block up to the next one;
 * a line that is none is passed over.
 */
export function parseSshdConfig(uri: string, text: string): SshdConfig {
  const directives: SshdDirective[] = [];
  let match: SshdDirective | undefined;
  for (const { text: line, at } of linesIn(text)) {
    KEYWORD.lastIndex = 0;
    const head = KEYWORD.exec(line);
    if (head) {
      const name = head[1] ?? head[2]!;
      const start = at + line.indexOf(name);
      const directive: SshdDirective = {
        keyword: name.toLowerCase(),
        keywordPlace: { uri, start, end: start + name.length },
        words: wordsOf(uri, line, KEYWORD.lastIndex, at),
        match,
      };
      if (directive.keyword === 'match') match = { ...directive, match: undefined };
      else directives.push(directive);
    }
  }
  return { uri, text, directives };
}

/**
 * Words between blanks; quotes of both sorts hold them together, a backslash takes a quote or
 * itself as it is, `#` ends the line (since OpenSSH 8.7).
 */
function wordsOf(uri: string, line: string, from: number, base: number): SshdWord[] {
  const words: SshdWord[] = [];
  for (let at = from; at < line.length; at++) {
    if (/\s/.test(line[at]!)) continue;
    if (line[at] === '#') break;
    const start = at;
    let text = '';
    let quote = '';
    for (; at < line.length && (quote !== '' || !/\s/.test(line[at]!)); at++) {
      const c = line[at]!;
      if (c === '\\' && /["'\\]/.test(line[at + 1] ?? '')) text += line[++at];
      else if (c === quote) quote = '';
      else if (quote === '' && (c === '"' || c === "'")) quote = c;
      else text += c;
    }
    const isQuoted =
      /["']/.test(line[start]!) &&
      line.slice(start + 1, at - 1) === text &&
      line[at - 1] === line[start] &&
      at - start > 1;
    const inset = isQuoted ? 1 : 0;
    words.push({ text, place: { uri, start: base + start + inset, end: base + at - inset } });
  }
  return words;
}
