/**
 * The tags of an HTML text with their attributes (HTML Standard, 13.2.5 "Tokenization", as far as
 * tags need it); linear and never throws.
 */
import type { Span } from '../text/excerpt';

export interface HtmlAttribute extends Span {
  /** In small letters. */
  name: string;
  /** Without quotes; undefined where none is written. */
  value: Span | undefined;
  /** Empty around a value without quotes. */
  quote: '"' | "'" | '';
}

export interface HtmlTag extends Span {
  /** In small letters. */
  name: string;
  isEnd: boolean;
  /** Those of a start tag, the first of each name. */
  attributes: HtmlAttribute[];
  /** What stands in an element whose content is no markup: a script, a style sheet. */
  content: Span | undefined;
}

const RAW = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp']);
const NAME = /[^\s/>]+/y;
const ATTRIBUTE = /[^\s/>=][^\s/>=]*/y;
const BETWEEN = /[\s/]*/y;
const EQUALS = /\s*=\s*/y;
const UNQUOTED = /[^\s>]*/y;

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** In order; what stands in comments is no tag, and a tag that the text ends in is none. */
export function readHtmlTags(text: string): HtmlTag[] {
  const tags: HtmlTag[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = endOfMarkup(text, at);
    if (end !== undefined) {
      at = end;
      continue;
    }
    const isEnd = text[at + 1] === '/';
    const nameAt = at + (isEnd ? 2 : 1);
    if (!/[a-z]/i.test(text[nameAt] ?? '')) {
      at++;
      continue;
    }
    const nameEnd = endOf(NAME, text, nameAt);
    const name = text.slice(nameAt, nameEnd).toLowerCase();
    const { attributes, end: tagEnd } = readAttributes(text, nameEnd);
    if (tagEnd === undefined) return tags;
    const tag: HtmlTag = { name, isEnd, attributes, content: undefined, start: at, end: tagEnd };
    tags.push(tag);
    at = tagEnd;
    if (isEnd || !RAW.has(name)) continue;
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    closing.lastIndex = at;
    const contentEnd = closing.exec(text)?.index ?? text.length;
    tag.content = { start: at, end: contentEnd };
    at = contentEnd;
  }
  return tags;
}

/** The end of a comment, a doctype or an instruction that begins here. */
function endOfMarkup(text: string, at: number): number | undefined {
  const next = text[at + 1];
  if (next !== '!' && next !== '?') return undefined;
  const mark = text.startsWith('<!--', at) ? '-->' : '>';
  // `<!-->` and `<!--->` are whole comments.
  const end = text.indexOf(mark, mark === '>' ? at : at + 2);
  return end < 0 ? text.length : end + mark.length;
}

function readAttributes(text: string, from: number): { attributes: HtmlAttribute[]; end: number | undefined } {
  const attributes: HtmlAttribute[] = [];
  const known = new Set<string>();
  for (let at = endOf(BETWEEN, text, from); at < text.length; at = endOf(BETWEEN, text, at)) {
    if (text[at] === '>') return { attributes, end: at + 1 };
    const start = at;
    // An equals sign in front is part of the name.
    at = Math.max(endOf(ATTRIBUTE, text, text[at] === '=' ? at + 1 : at), at + 1);
    const name = text.slice(start, at).toLowerCase();
    const equals = endOf(EQUALS, text, at);
    let value: Span | undefined;
    let quote: HtmlAttribute['quote'] = '';
    if (equals > at) {
      const c = text[equals];
      quote = c === '"' || c === "'" ? c : '';
      const begin = equals + quote.length;
      const end = quote ? text.indexOf(quote, begin) : endOf(UNQUOTED, text, begin);
      if (end < 0) return { attributes, end: undefined };
      value = { start: begin, end };
      at = end + quote.length;
    }
    if (!known.has(name)) attributes.push({ name, value, quote, start, end: at });
    known.add(name);
  }
  return { attributes, end: undefined };
}
