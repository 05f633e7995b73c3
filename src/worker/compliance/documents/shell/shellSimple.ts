/**
 * One simple command with its words and redirections (POSIX 2.9.1), behind the reserved words before
 * it.
 */
import { skipBlank } from './shellBlanks';
import { readCase, skipArray, skipFunctionName, skipTest } from './shellCompound';
import { readRedirect } from './shellRedirect';
import { reserved } from './shellReserved';
import type { ShellOperator } from './shellTypes';
import { literal, type RawRedirect, type RawWord, type Walk } from './shellWalk';
import { readWord } from './shellWord';

interface Simple {
  end: number;
  /** `esac` or another word that ends the list it stands in. */
  stop: boolean;
}

/** Adds the command to the walk's, if one stands there; answers where it ends. */
export function readSimple(walk: Walk, start: number, before: ShellOperator, inCase: boolean): Simple {
  const { text } = walk;
  const words: RawWord[] = [];
  const redirects: RawRedirect[] = [];
  let first = start;
  let i = start;
  let end = start;
  for (;;) {
    i = skipBlank(text, i);
    if (i >= text.length || text[i] === '\n') break;
    const redirect = readRedirect(walk, i);
    if (redirect) {
      redirects.push(redirect);
      i = end = redirect.end;
      continue;
    }
    if (isOperator(text.charCodeAt(i))) {
      if (text[i] === '(' && words.length > 0 && text[i - 1] === '=') {
        words.at(-1)!.array = true;
        i = end = skipArray(walk, i);
        words.at(-1)!.end = end;
        continue;
      }
      if (text[i] === '(' && words.length === 1 && /^\([ \t]*\)/.test(text.slice(i, i + 20))) {
        // The name of a function; its body is a command of its own.
        return { end: text.indexOf(')', i) + 1, stop: false };
      }
      break;
    }
    const word = readWord(walk, i);
    if (word.end === i) {
      i++;
      continue;
    }
    const role = words.length === 0 && redirects.length === 0 ? reserved(literal(word)) : undefined;
    if (role === 'test') return { end: skipTest(walk, word.end), stop: false };
    if (role === 'case') return { end: readCase(walk, word.end), stop: false };
    if (role === 'esac' && inCase) return { end: word.end, stop: true };
    if (role === 'function') return { end: skipFunctionName(walk, word.end), stop: false };
    if (role === 'open' || role === 'name') walk.block = { parent: walk.block };
    if (role === 'close' || role === 'esac') walk.block = walk.block?.parent;
    if (role === 'next' && walk.block) walk.block = { parent: walk.block.parent };
    if (role && role !== 'name') {
      i = first = end = word.end;
      continue;
    }
    words.push({ parts: word.parts, start: i, end: word.end });
    i = end = word.end;
  }
  if (words.length > 0 || redirects.length > 0) {
    const from = Math.min(words[0]?.start ?? end, redirects[0]?.start ?? end, Math.max(first, end));
    walk.out.push({
      words,
      redirects,
      start: from,
      end,
      before,
      after: '',
      pipeline: walk.pipeline,
      list: walk.list,
      block: walk.block,
      substituted: walk.substituted,
      excerpt: walk.excerpt,
    });
  }
  return { end: Math.max(i, start), stop: false };
}

/** `;`, `&`, `|`, `(` or `)`. */
const isOperator = (code: number): boolean => code === 59 || code === 38 || code === 124 || code === 40 || code === 41;
