/**
 * Code fences of Markdown (CommonMark 4.5) that hold shell text, Dockerfiles or compose files (fact
 * T20).
 */

import { asPosix, dialectOf } from './shell/shellDialect';
import { type Excerpt, type Span, wholeExcerpt } from './text/excerpt';

export type Fence = { kind: 'shell'; excerpt: Excerpt } | ({ kind: 'dockerfile' | 'yaml' } & Span);

const OPEN = /^((?:[ \t]|[-*+>][ \t]|\d+[.)][ \t])*)(`{3,}|~{3,})[ \t]*(?:\{\.?)?([\w+-]*)([^\n]*)$/;
const COMMAND = /^[ \t]*(?:[$#>][ \t]+)?(?:sudo[ \t]+)?(?:docker|podman|nerdctl)[ \t]+\w/m;

const SERVICES = /^[ \t]*services:[ \t]*(?:#.*)?\r?$/m;
const SERVICE = /^[ \t]+(?:image|build):/m;
const BASE = /^[ \t]*FROM[ \t]+\S+(?:[ \t]+AS[ \t]+\S+)?[ \t]*\r?$/i;
const INSTRUCTION = /^[ \t]*(?:RUN|COPY|ADD|CMD|ENTRYPOINT|WORKDIR|ENV|EXPOSE|USER)[ \t]+\S/m;

/** In order; a Dockerfile or YAML text is the span between its fences. */
export function readFences(document: string): Fence[] {
  const out: Fence[] = [];
  let open: { mark: string; language: string; start: number; quoted: boolean } | undefined;
  let at = 0;
  for (const line of document.split(/(?<=\n)/)) {
    const body = line.replace(/\r?\n$/, '');
    if (!open) {
      const match = openingOf(body);
      if (match)
        open = { mark: match[2]!, language: match[3]!, start: at + line.length, quoted: match[1]!.includes('>') };
    } else if (isClosing(body, open.mark)) {
      out.push(...fenceOf(document, open, at));
      open = undefined;
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

function fenceOf(document: string, fence: { language: string; start: number; quoted: boolean }, end: number): Fence[] {
  const { language, start, quoted } = fence;
  if (quoted) return [];
  if (/^(dockerfile|docker|containerfile)$/i.test(language)) return [{ kind: 'dockerfile', start, end }];
  if (/^(ya?ml|compose)$/i.test(language)) return [{ kind: 'yaml', start, end }];
  const content = document.slice(start, end);
  const untagged = language === '' || /^te?xt$|^plain/i.test(language);
  if (untagged && SERVICES.test(content) && SERVICE.test(content)) return [{ kind: 'yaml', start, end }];
  if (untagged && startsWithBase(content) && INSTRUCTION.test(content)) return [{ kind: 'dockerfile', start, end }];
  const dialect = dialectOf(language) ?? (untagged && COMMAND.test(content) ? 'session' : undefined);
  return dialect ? [{ kind: 'shell', excerpt: asPosix(wholeExcerpt(content, start), dialect) }] : [];
}

const startsWithBase = (content: string): boolean =>
  BASE.test(content.split('\n').find((line) => /^\s*[^\s#]/.test(line)) ?? '');
