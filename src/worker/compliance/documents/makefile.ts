/** The recipes of a Makefile as shell text (GNU make manual 5.1, 5.2, 6). */
import { UNKNOWN } from '../model/value';
import { type Excerpt, excerptOf, type Piece, rewritten } from './excerpt';

const ASSIGNMENT = /^(?:export[ \t]+|override[ \t]+)*([A-Za-z_][\w.-]*)[ \t]*(\+|::?:?|\?|!)?=[ \t]*(.*?)[ \t]*(?:(?<!\S)#.*)?$/gm;
const REFERENCE = /\$(?:\$|\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\{([^{}]*)\}|([^\s]))/g;

/** All recipe lines, without their tab and the marks `@ - +`; `$$` is `$`, a variable set once to a plain text is that text, another is unknown. */
export function makefileShell(document: string): Excerpt {
  const pieces: Piece[] = [];
  let at = 0;
  let continued = false;
  for (const line of document.split(/(?<=\n)/)) {
    const recipe: boolean = continued || line.startsWith('\t');
    if (recipe) {
      const skip = continued ? (line.startsWith('\t') ? 1 : 0) : /^\t[ \t]*[@+-]*[ \t]*/.exec(line)![0].length;
      if (skip < line.length) pieces.push({ text: line.slice(skip), start: at + skip, end: at + line.length });
    }
    continued = recipe && /\\\r?\n$/.test(line);
    at += line.length;
  }
  const values = variables(document);
  const write = (text: string): string => text.replaceAll('$', '$$$$');
  return rewritten(
    excerptOf(pieces),
    REFERENCE,
    ([whole, round, braces]) => (whole === '$$' ? '$' : expand(round ?? braces ?? '', values)),
    write,
  );
}

function variables(document: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name, operator, value] of document.matchAll(ASSIGNMENT)) {
    const plain = operator !== '+' && operator !== '!' && !values.has(name!) && !value!.endsWith('\\');
    values.set(name!, plain ? value! : UNKNOWN);
  }
  return values;
}

function expand(name: string, values: ReadonlyMap<string, string>, depth = 0): string {
  const value = values.get(name);
  if (value === undefined || depth > 8) return UNKNOWN;
  return value.replace(REFERENCE, (whole, round, braces) => (whole === '$$' ? '$' : expand(round ?? braces ?? '', values, depth + 1)));
}
