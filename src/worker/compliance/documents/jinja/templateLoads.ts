/**
 * What a browser fetches for a page by itself: scripts, style sheets, pictures, frames. Links and
 * forms are followed only when somebody asks.
 */

import { valueIn } from '../../valueIn';
import type { Span } from '../text/excerpt';
import type { HtmlTag } from './htmlTags';
import type { Template } from './template';

export interface Load extends Span {
  /** In small letters, without its port. */
  host: string;
  tag: HtmlTag;
  /** A script or a style sheet: an `integrity` attribute can say what it has to be. */
  isCode: boolean;
}

const SOURCES: Record<string, readonly string[]> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  frame: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
  body: ['background'],
  table: ['background'],
  td: ['background'],
};
/** Of `link`, what is loaded; `canonical`, `alternate` and the like only say something. */
const LOADED_LINK =
  /^(?:stylesheet|icon|apple-touch-icon(?:-precomposed)?|mask-icon|(?:module)?preload|prefetch|manifest)$/;
const CODE_LINK = /^(?:stylesheet|modulepreload)$/;

const HOST = /^\s*(?:https?:)?\/\/(?:[^/?#\s@]*@)?([^/?#\s:@]+)(?::\d+)?(?=[/?#\s,]|$)/i;
/** `@import "//a/b.css"`, `url(https://a/b.woff)`. */
const IN_STYLE = /(?:@import\s{1,8}["']?|url\(\s{0,8}["']?)((?:https?:)?\/\/[^\s"')]{1,2000})/gi;
/** `import x from "https://a/b.js"`, at the beginning of a line. */
const IN_SCRIPT = /^[ \t]*(?:import|export)\b[^;\n'"]{0,500}["']((?:https?:)?\/\/[^\s"']{1,2000})["']/gim;

/** In order; addresses whose host a tag of Jinja puts in are unknown, and left out. */
export function loadsOf({ html, tags }: Template): Load[] {
  const out: Load[] = [];
  const add = (tag: HtmlTag, { start, end }: Span, isCode: boolean) => {
    const host = HOST.exec(html.slice(start, end))?.[1]?.toLowerCase();
    if (host && !host.includes('\ufffc')) out.push({ host, tag, isCode, start, end });
  };
  for (const tag of tags) {
    if (tag.isEnd) continue;
    for (const { name, value } of tag.attributes) {
      if (!value) continue;
      if (name === 'style')
        addAll(IN_STYLE, html.slice(value.start, value.end), value.start, (span) => add(tag, span, false));
      else if (name === 'srcset') for (const span of candidates(html, value)) add(tag, span, false);
      else if (
        valueIn(SOURCES, tag.name)?.includes(name) ||
        (tag.name === 'link' && name === 'href' && isLoaded(tag, html))
      )
        add(
          tag,
          value,
          tag.name === 'script' || (tag.name === 'link' && relOf(tag, html).some((r) => CODE_LINK.test(r))),
        );
    }
    if (!tag.content) continue;
    const { start, end } = tag.content;
    const content = html.slice(start, end);
    const inside = (span: Span) => add(tag, span, false);
    if (tag.name === 'style') addAll(IN_STYLE, withoutComments(content), start, inside);
    if (tag.name === 'script') addAll(IN_SCRIPT, content, start, inside);
  }
  return out;
}

function addAll(pattern: RegExp, text: string, offset: number, add: (span: Span) => void): void {
  for (const match of text.matchAll(pattern)) {
    const start = offset + match.index + match[0].lastIndexOf(match[1]!);
    add({ start, end: start + match[1]!.length });
  }
}

/** `a.png 1x, b.png 2x` */
function candidates(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/(?:^|,)\s*([^\s,]+)/g)].map((match) => {
    const to = start + match.index + match[0].length;
    return { start: to - match[1]!.length, end: to };
  });
}

function relOf({ attributes }: HtmlTag, html: string): string[] {
  const value = attributes.find(({ name }) => name === 'rel')?.value;
  return value ? html.slice(value.start, value.end).toLowerCase().split(/\s+/) : [];
}

const isLoaded = (tag: HtmlTag, html: string): boolean => relOf(tag, html).some((rel) => LOADED_LINK.test(rel));

/** The text with the comments of a style sheet blanked. */
function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (let open = text.indexOf('/*'); open >= 0; open = text.indexOf('/*', at)) {
    const close = text.indexOf('*/', open + 2);
    const end = close < 0 ? text.length : close + 2;
    out += text.slice(at, open) + ' '.repeat(end - open);
    at = end;
  }
  return out + text.slice(at);
}
