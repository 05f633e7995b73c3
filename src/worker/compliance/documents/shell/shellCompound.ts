/**
 * What has a grammar of its own: `case`, functions, `[[ … ]]`, `name=(…)` (POSIX 2.9.4, 2.9.5; bash).
 */
import { skipBlank, skipLines } from './shellBlanks';
import { literal, type Walk } from './shellWalk';
import { readWord } from './shellWord';

/** Behind `name=(`: the elements are words; answers the offset behind `)`. */
export function skipArray(walk: Walk, open: number): number {
  let i = open + 1;
  for (;;) {
    i = skipBlank(walk.text, i);
    if (i >= walk.text.length) return i;
    if (walk.text[i] === ')') return i + 1;
    const word = readWord(walk, i);
    i = Math.max(word.end, i + 1);
  }
}

/** Behind `[[`: operators in there join no commands. */
export function skipTest(walk: Walk, from: number): number {
  let i = from;
  for (;;) {
    i = skipBlank(walk.text, i);
    if (i >= walk.text.length || walk.text[i] === '\n') return i;
    const word = readWord(walk, i);
    if (literal(word) === ']]') return word.end;
    i = Math.max(word.end, i + 1);
  }
}

/**
 * Behind `function`: its name, and the parentheses that may follow; the body is a command of its
 * own.
 */
export function skipFunctionName(walk: Walk, from: number): number {
  const end = readWord(walk, skipBlank(walk.text, from)).end;
  return end + (/^[ \t]*\([ \t]*\)/.exec(walk.text.slice(end, end + 20))?.[0].length ?? 0);
}

/** Behind `case`: the lists between its patterns; answers the offset behind `esac`. */
export function readCase(walk: Walk, from: number): number {
  const { text } = walk;
  const around = walk.block;
  let i = readWord(walk, skipBlank(text, from)).end;
  i = skipLines(text, i);
  const keyword = readWord(walk, i);
  if (literal(keyword) === 'in') i = keyword.end;
  for (;;) {
    i = skipLines(text, i);
    if (i >= text.length) break;
    const word = readWord(walk, i);
    if (literal(word) === 'esac') {
      i = word.end;
      break;
    }
    const close = text.indexOf(')', word.end);
    const pattern = close < 0 ? '\n' : text.slice(i, close);
    if (pattern.includes('\n')) break;
    walk.block = { parent: around };
    i = walk.readList(close + 1, 'case');
    if (endsClause(text, i)) i += text[i + 2] === '&' ? 3 : 2;
    else break;
  }
  walk.block = around;
  return i;
}

/** `;;`, `;&` or `;;&` */
export const endsClause = (text: string, i: number): boolean => text.startsWith(';;', i) || text.startsWith(';&', i);
