/**
 * Code fences of Markdown (CommonMark 4.5) that hold shell text, Dockerfiles, compose files or
 * other files of a deployment, and indented commands (4.4; fact T20).
 */

import { withoutCronLines } from './cronLines';
import { namesOfFence, recognisedFile } from './fenceFile';
import type { HeldFile } from './heldFile';
import { asPosix, dialectOf, ENGINES, PROMPT_TEXT } from './shell/shellDialect';
import { type Excerpt, excerptOf, type Piece, type Span, wholeExcerpt } from './text/excerpt';

export type Fence =
  | { kind: 'shell'; excerpt: Excerpt }
  | ({ kind: 'dockerfile' | 'yaml' } & Span)
  /** In a block quote, whose marks stand between its lines. */
  | { kind: 'quoted'; of: 'dockerfile' | 'yaml'; excerpt: Excerpt }
  | { kind: 'file'; file: HeldFile };

const OPEN = /^((?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*)(`{3,}|~{3,})[ \t]*(?:\{\.?)?([\w+-]*)([^\n]*)$/;
const COMMAND = new RegExp(String.raw`^[ \t]*(?:${PROMPT_TEXT})?(?:sudo[ \t]+)?(?:${ENGINES})[ \t]+\w`, 'm');

const SERVICES = /^[ \t]*services:[ \t]*(?:#.*)?\r?$/m;
const SERVICE = /^[ \t]+(?:image|build):/m;
const BASE = /^[ \t]*FROM[ \t]+\S+(?:[ \t]+AS[ \t]+\S+)?[ \t]*\r?$/i;
const INSTRUCTION = /^[ \t]*(?:RUN|COPY|ADD|CMD|ENTRYPOINT|WORKDIR|ENV|EXPOSE|USER)[ \t]+\S/m;

/** The line in front of a fence that shows what not to write. */
const SHOWS_WRONG =
  /^[#*_>\s-]*(?:(?:❌|✗|🚫).*|(?:the )?(?:problematic|bad|wrong|incorrect|non-?compliant)(?: (?:code|examples?|practices?|usage|way|dockerfile))?|(?:错误|不好|反面|不规范)的?(?:示例|例子|写法|做法)|反例)[:：*_\s]*$/i;

/** In order; a Dockerfile or YAML text is the span between its fences. */
export function readFences(document: string): Fence[] {
  const out: Fence[] = [];
  let open: Opening | undefined;
  let before = '';
  let at = 0;
  let indented: Span | undefined;
  let isInList = false;
  let isBegun = true;
  const closeIndented = () => {
    if (indented) out.push(...indentedCommands(document, indented));
    indented = undefined;
  };
  for (const line of document.split(/(?<=\n)/)) {
    const body = line.replace(/\r?\n$/, '');
    // Behind its last line a quote ends, and with it what is open in it.
    if (open && open.quotes > 0 && quoteMarks(line, open.quotes) === undefined) {
      out.push(...fenceOf(document, open, at));
      open = undefined;
      before = '';
    }
    if (!open) {
      const match = openingOf(body);
      if (match) {
        closeIndented();
        const [, lead, mark, language, info] = match;
        open = { mark: mark!, language: language!, info: info!, before, start: at + line.length, ...within(lead!) };
      } else if (isBegun && !isInList && INDENTED.test(body))
        indented = { start: indented?.start ?? at, end: at + line.length };
      else if (/\S/.test(body)) {
        closeIndented();
        before = body;
        isInList = ITEM.test(body) || (isInList && /^[ \t]/.test(body));
      }
      // Below a line of text an indented one goes on with it.
      isBegun = indented !== undefined || /^(?:\s*$|#)/.test(body);
    } else if (isClosing(body, open)) {
      out.push(...fenceOf(document, open, at));
      open = undefined;
      before = '';
    }
    at += line.length;
  }
  closeIndented();
  return open ? [...out, ...fenceOf(document, open, document.length)] : out;
}

const INDENTED = /^(?: {4}|\t)[ \t]*\S/;
/** In a list the same indentation is a paragraph of an item. */
const ITEM = /^ {0,3}(?:[-*+]|\d+[.)])[ \t]/;

function indentedCommands(document: string, { start, end }: Span): Fence[] {
  const content = document.slice(start, end);
  return COMMAND.test(content) ? shellFences(asPosix(wholeExcerpt(content, start), 'session')) : [];
}

/** The text without its fences. */
export function proseOf(document: string): string {
  let open: Pick<Opening, 'mark' | 'quotes'> | undefined;
  return document
    .split(/(?<=\n)/)
    .filter((line) => {
      const body = line.replace(/\r?\n$/, '');
      if (open && open.quotes > 0 && quoteMarks(line, open.quotes) === undefined) open = undefined;
      if (!open) {
        const match = openingOf(body);
        open = match && { mark: match[2]!, ...within(match[1]!) };
        return !match;
      }
      if (isClosing(body, open)) open = undefined;
      return false;
    })
    .join('');
}

function openingOf(line: string): RegExpExecArray | undefined {
  const match = OPEN.exec(line);
  return match && !(match[2]![0] === '`' && match[4]!.includes('`')) ? match : undefined;
}

const within = (lead: string): Pick<Opening, 'quotes' | 'indent'> => {
  const marks = lead.lastIndexOf('>');
  const indent = lead.length - 1 - marks - (marks >= 0 && lead[marks + 1] === ' ' ? 1 : 0);
  return { quotes: lead.split('>').length - 1, indent };
};

/** How long the marks of a quote are in front of a line; undefined where it has fewer. */
function quoteMarks(line: string, quotes: number): number | undefined {
  let at = 0;
  for (let i = 0; i < quotes; i++) {
    while (line[at] === ' ' || line[at] === '\t') at++;
    if (line[at] !== '>') return undefined;
    at += line[at + 1] === ' ' ? 2 : 1;
  }
  return at;
}

function isClosing(line: string, { mark, quotes }: Pick<Opening, 'mark' | 'quotes'>): boolean {
  const text = line.slice(quoteMarks(line, quotes)).trim();
  return text.length >= mark.length && [...text].every((c) => c === mark[0]);
}

interface Opening {
  mark: string;
  language: string;
  /** What stands behind the language. */
  info: string;
  /** The last line of text in front, since the fence before. */
  before: string;
  start: number;
  /** How many block quotes it stands in. */
  quotes: number;
  /** How far its lines are indented behind the marks of the quotes. */
  indent: number;
}

function fenceOf(document: string, { language, info, before, start, quotes, indent }: Opening, end: number): Fence[] {
  if (SHOWS_WRONG.test(before.slice(0, 200))) return [];
  const excerpt = unquoted(document, start, end, quotes, indent);
  const content = excerpt.text;
  const as = (of: 'dockerfile' | 'yaml'): Fence[] =>
    quotes > 0 ? [{ kind: 'quoted', of, excerpt }] : [{ kind: of, start, end }];
  if (/^(dockerfile|docker|containerfile)$/i.test(language)) return as('dockerfile');
  const isYaml = /^(ya?ml|compose)$/i.test(language);
  const untagged = language === '' || /^te?xt$|^plain/i.test(language);
  if (isYaml && SERVICES.test(content)) return as('yaml');
  if (untagged && SERVICES.test(content) && SERVICE.test(content)) return as('yaml');
  if (untagged && startsWithBase(content) && INSTRUCTION.test(content)) return as('dockerfile');
  const shell = dialectOf(language);
  const tagged = shell === 'posix' ? 'shown' : shell;
  const dialect = tagged ?? (untagged && COMMAND.test(content) ? 'session' : undefined);
  if (dialect && recognisedFile(content) === undefined) {
    const commands =
      quotes > 0 ? { ...excerpt, write: () => undefined } : wholeExcerpt(document.slice(start, end), start);
    return shellFences(asPosix(commands, dialect));
  }
  const names = namesOfFence(info, before, content);
  return [
    { kind: 'file', file: { names, language: tagged ? '' : editorsName(language), content: excerpt, isPart: true } },
  ];
}

/** The lines without what quotes and lists put in front of them; new lines are given the same. */
function unquoted(document: string, start: number, end: number, quotes: number, indent: number): Excerpt {
  if (quotes + indent === 0) return wholeExcerpt(document.slice(start, end), start);
  const pieces: Piece[] = [];
  let at = start;
  for (const line of document.slice(start, end).split(/(?<=\n)/)) {
    let skip = quoteMarks(line, quotes) ?? 0;
    for (let i = 0; i < indent && (line[skip] === ' ' || line[skip] === '\t'); i++) skip++;
    if (line.length > skip) pieces.push({ text: line.slice(skip), start: at + skip, end: at + line.length });
    at += line.length;
  }
  const front = '> '.repeat(quotes) + ' '.repeat(indent);
  return excerptOf(pieces, (text) => text.replaceAll('\n', `\n${front}`));
}

/** Commands, and the lines of a crontab among them. */
function shellFences(excerpt: Excerpt): Fence[] {
  const { commands, crontab } = withoutCronLines(excerpt);
  const fences: Fence[] = [{ kind: 'shell', excerpt: commands }];
  if (crontab)
    fences.push({ kind: 'file', file: { names: ['crontab'], language: '', content: crontab, isPart: true } });
  return fences;
}

const startsWithBase = (content: string): boolean =>
  BASE.test(content.split('\n').find((line) => /^\s*[^\s#]/.test(line)) ?? '');

/** What editors call a language that pages call so, too. */
const editorsName = (language: string): string => language.toLowerCase().replace(/^py(?:thon\d)?$/, 'python');
