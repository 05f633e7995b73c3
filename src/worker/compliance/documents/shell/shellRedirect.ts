/** Redirections and the bodies of here-documents (POSIX 2.7). */
import { skipBlank } from './shellBlanks';
import type { RawRedirect, Walk } from './shellWalk';
import { readWord } from './shellWord';

const REDIRECT = /(?:\d{1,9}|\{\w+\})?(?:&>>|&>|<<<|<<-|<<|<>|<&|>>|>&|>\||<(?!\()|>(?!\())/y;

/** Undefined where none begins. */
export function readRedirect(walk: Walk, i: number): RawRedirect | undefined {
  if (!begins(walk.text.charCodeAt(i))) return undefined;
  REDIRECT.lastIndex = i;
  const operator = REDIRECT.exec(walk.text)?.[0];
  if (!operator) return undefined;
  const at = skipBlank(walk.text, i + operator.length);
  const word = at < walk.text.length && walk.text[at] !== '\n' ? readWord(walk, at) : undefined;
  const target = word && word.end > at ? { parts: word.parts, start: at, end: word.end } : undefined;
  const bare = operator.replace(/^(\d+|\{\w+\})/, '');
  const redirect: RawRedirect = { operator: bare, target, start: i, end: target?.end ?? i + operator.length };
  if ((bare === '<<' || bare === '<<-') && target) {
    const delimiter = target.parts.map((p) => (p.kind === 'text' ? p.text : walk.text.slice(p.start, p.end))).join('');
    const quoted = target.parts.some((p) => p.kind === 'text' && p.quoted);
    walk.pending.push({ redirect, delimiter, quoted, stripTabs: bare === '<<-' });
  }
  return redirect;
}

/** `<`, `>`, `&`, `{` or a digit. */
const begins = (code: number): boolean =>
  code === 60 || code === 62 || code === 38 || code === 123 || (code >= 48 && code <= 57);

/** The here-documents asked for on the line that just ended; answers the offset behind them. */
export function readBodies(walk: Walk, lineStart: number): number {
  let i = lineStart;
  for (const { redirect, delimiter, quoted, stripTabs } of walk.pending) {
    const start = i;
    let end = walk.text.length;
    while (i < walk.text.length) {
      const newline = walk.text.indexOf('\n', i);
      const lineEnd = newline < 0 ? walk.text.length : newline;
      const line = walk.text.slice(i, lineEnd).replace(/\r$/, '');
      const found = (stripTabs ? line.replace(/^\t+/, '') : line) === delimiter;
      if (found) end = i;
      i = newline < 0 ? walk.text.length : newline + 1;
      if (found) break;
    }
    redirect.body = { start, end, quoted, stripTabs };
  }
  walk.pending.length = 0;
  return i;
}
