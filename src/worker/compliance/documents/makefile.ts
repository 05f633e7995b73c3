/** The recipes of a Makefile as shell text (GNU make manual 5.1 to 5.3, 6). */
import { lastAtOrBefore } from '../lastAtOrBefore';
import type { HostVariable } from '../model/hostVariable';
import { type Place, UNKNOWN } from '../model/value';
import { type Excerpt, excerptOf, type Piece, rewritten } from './text/excerpt';
import { linesIn } from './text/lines';

const ASSIGNMENT =
  /^(?:export[ \t]+|override[ \t]+)*([A-Za-z_][\w.-]*)[ \t]*(\+|::?:?|\?|!)?=[ \t]*(.*?)[ \t]*(?:(?<!\S)#.*)?$/gm;
/** Also of one target: `run: export NAME = value`. */
const SETTING =
  /^(?:[^\t#=:][^#=:]*:(?!:?=)[ \t]*)?(?:(?:export|override|private)[ \t]+)*([A-Za-z_][\w.-]*)[ \t]*(?:::?:?|\?)?=[ \t]*/;
const REFERENCE = /\$(?:\$|\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\{([^{}]*)\}|([^\s]))/g;

/** Several lines under a name, which recipes call (GNU make manual 5.8). */
const DEFINE = /^[ ]*(?:(?:export|override)[ \t]+)*define[ \t]+([\w.-]+)/;
const END_OF_DEFINE = /^[ \t]*endef\b/;
const CALL = /(?:^\t[ \t@+-]*|&&[ \t]*|;[ \t]*)\$[({](?:call[ \t]+)?([\w.-]+)[,)}]/gm;

/** The names that recipes give a command's place. */
const calledIn = (document: string): ReadonlySet<string> =>
  new Set(document.includes('define') ? [...document.matchAll(CALL)].map((call) => call[1]!) : []);

/**
 * One excerpt per recipe line, which runs in a shell of its own, or per recipe under `.ONESHELL`:
 * without the tab and the marks `@ - +`; so are the lines of a `define` that recipes call. `$$` is
 * `$`, a variable set once to a plain text is that text, another is unknown.
 */
export function makefileShells(document: string): Excerpt[] {
  const wholeRecipes = /^\.ONESHELL[ \t]*:/m.test(document);
  const shells: Piece[][] = [];
  let open = false;
  let at = 0;
  let continued = false;
  const called = calledIn(document);
  let isCalled = false;
  for (const line of document.split(/(?<=\n)/)) {
    const defined: RegExpExecArray | null = continued ? null : DEFINE.exec(line);
    if (defined) isCalled = called.has(defined[1]!);
    else if (!continued && END_OF_DEFINE.test(line)) isCalled = false;
    const recipe: boolean = continued || line.startsWith('\t') || (isCalled && !defined && /\S/.test(line));
    if (recipe) {
      const skip = continued ? (line.startsWith('\t') ? 1 : 0) : /^[ \t]*[@+-]*[ \t]*/.exec(line)![0].length;
      if (!(continued || (wholeRecipes && open))) shells.push([]);
      if (skip < line.length) shells.at(-1)!.push({ text: line.slice(skip), start: at + skip, end: at + line.length });
      open = true;
    } else if (/^[^\s#]/.test(line)) open = false;
    continued = recipe && /\\\r?\n$/.test(line);
    at += line.length;
  }
  const values = variables(document);
  const write = (text: string): string => text.replaceAll('$', '$$$$');
  const replace = ([whole, round, braces]: RegExpMatchArray) =>
    whole === '$$' ? '$' : expand(round ?? braces ?? '', values);
  return shells.map((pieces) => rewritten(excerptOf(pieces), REFERENCE, replace, write));
}

/** `test: build`, `db-up test-integration:`; an assignment has no colon alone. */
const TARGETS = /^([^\s:=#][^:=#\n]*):(?!:?=)/gm;
const OF_TESTS = /(?:^|[-_./ ])(?:i?tests?|testing|e2e|integration|ci|bench(?:mark)?s?)(?:$|[-_./ ])/i;

/** Whether the recipe at an offset belongs to a target that is named after tests. */
export function makefileTests(document: string): (offset: number) => boolean {
  const targets = [...document.matchAll(TARGETS)];
  const starts = targets.map(({ index }) => index);
  return (offset) => {
    const target = targets[lastAtOrBefore(starts, offset)];
    return target !== undefined && target.index <= offset && OF_TESTS.test(target[1]!);
  };
}

/**
 * The names of the variables that are set, by name; the first one counts, since one that is set
 * twice is unknown.
 */
export const makefileVariables = (uri: string, document: string): [name: string, place: Place][] =>
  [...document.matchAll(ASSIGNMENT)].map((match) => {
    const start = match.index + match[0].indexOf(match[1]!);
    return [match[1]!, { uri, start, end: start + match[1]!.length }];
  });

/** What variables are set to on one line; what other variables or a command give is no text. */
export const makefileTexts = (uri: string, document: string): HostVariable[] =>
  [...linesIn(document)].flatMap(({ text: line, at }): HostVariable[] => {
    const match = line.includes('=') ? SETTING.exec(line) : null;
    if (!match) return [];
    const start = match[0].length;
    const text = line
      .slice(start)
      .replace(/(?:^|[ \t])#.*$/, '')
      .trimEnd();
    if (text === '' || text.includes('$') || text.endsWith('\\')) return [];
    return [
      { kind: 'makefile', name: match[1]!, text, place: { uri, start: at + start, end: at + start + text.length } },
    ];
  });

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
  return value.replace(REFERENCE, (whole, round, braces) =>
    whole === '$$' ? '$' : expand(round ?? braces ?? '', values, depth + 1),
  );
}
