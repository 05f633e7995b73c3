/**
 * Code fences of Markdown (CommonMark 4.5) that hold shell text, Dockerfiles, compose files or
 * other files of a deployment (fact T20).
 */

import { withoutCronLines } from './cronLines';
import { namesOfFence, recognisedFile } from './fenceFile';
import type { HeldFile } from './heldFile';
import { asPosix, dialectOf } from './shell/shellDialect';
import { type Excerpt, type Span, wholeExcerpt } from './text/excerpt';

export type Fence =
  | { kind: 'shell'; excerpt: Excerpt }
  | ({ kind: 'dockerfile' | 'yaml' } & Span)
  | { kind: 'file'; file: HeldFile };

const OPEN = /^((?:[ \t]|[-*+>][ \t]|\d+[.)][ \t])*)(`{3,}|~{3,})[ \t]*(?:\{\.?)?([\w+-]*)([^\n]*)$/;
const COMMAND = /^[ \t]*(?:[$#>][ \t]+)?(?:sudo[ \t]+)?(?:docker|podman|nerdctl)[ \t]+\w/m;

const SERVICES = /^[ \t]*services:[ \t]*(?:#.*)?\r?$/m;
const SERVICE = /^[ \t]+(?:image|build):/m;
const BASE = /^[ \t]*FROM[ \t]+\S+(?:[ \t]+AS[ \t]+\S+)?[ \t]*\r?$/i;
const INSTRUCTION = /^[ \t]*(?:RUN|COPY|ADD|CMD|ENTRYPOINT|WORKDIR|ENV|EXPOSE|USER)[ \t]+\S/m;

/** In order; a Dockerfile or YAML text is the span between its fences. */
export function readFences(document: string): Fence[] {
  const out: Fence[] = [];
  let open: Opening | undefined;
  let before = '';
  let at = 0;
  for (const line of document.split(/(?<=\n)/)) {
    const body = line.replace(/\r?\n$/, '');
    if (!open) {
      const match = openingOf(body);
      if (match) {
        const [, lead, mark, language, info] = match;
        const start = at + line.length;
        open = { mark: mark!, language: language!, info: info!, before, start, isQuoted: lead!.includes('>') };
      } else if (/\S/.test(body)) before = body;
    } else if (isClosing(body, open.mark)) {
      out.push(...fenceOf(document, open, at));
      open = undefined;
      before = '';
    }
    at += line.length;
  }
  return open ? [...out, ...fenceOf(document, open, document.length)] : out;
}

/** The text without its fences. */
export function proseOf(document: string): string {
  let mark: string | undefined;
  return document
    .split(/(?<=\n)/)
    .filter((line) => {
      const body = line.replace(/\r?\n$/, '');
      if (mark === undefined) {
        mark = openingOf(body)?.[2];
        return mark === undefined;
      }
      if (isClosing(body, mark)) mark = undefined;
      return false;
    })
    .join('');
}

function openingOf(line: string): RegExpExecArray | undefined {
  const match = OPEN.exec(line);
  return match && !(match[2]![0] === '`' && match[4]!.includes('`')) ? match : undefined;
}

function isClosing(line: string, mark: string): boolean {
  const text = line.replace(/^[\s>]*/, '').trimEnd();
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
  isQuoted: boolean;
}

function fenceOf(document: string, { language, info, before, start, isQuoted }: Opening, end: number): Fence[] {
  if (isQuoted) return [];
  if (/^(dockerfile|docker|containerfile)$/i.test(language)) return [{ kind: 'dockerfile', start, end }];
  const content = document.slice(start, end);
  const isYaml = /^(ya?ml|compose)$/i.test(language);
  const untagged = language === '' || /^te?xt$|^plain/i.test(language);
  if (isYaml && SERVICES.test(content)) return [{ kind: 'yaml', start, end }];
  if (untagged && SERVICES.test(content) && SERVICE.test(content)) return [{ kind: 'yaml', start, end }];
  if (untagged && startsWithBase(content) && INSTRUCTION.test(content)) return [{ kind: 'dockerfile', start, end }];
  const tagged = dialectOf(language);
  const dialect = tagged ?? (untagged && COMMAND.test(content) ? 'session' : undefined);
  const excerpt = wholeExcerpt(content, start);
  if (dialect && recognisedFile(content) === undefined) return shellFences(asPosix(excerpt, dialect));
  const names = namesOfFence(info, before, content);
  return [
    { kind: 'file', file: { names, language: tagged ? '' : editorsName(language), content: excerpt, isPart: true } },
  ];
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
