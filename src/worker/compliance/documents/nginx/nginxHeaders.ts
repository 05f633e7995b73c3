/** The headers that nginx adds to its answers in a block (fact T23). */
import type { Place } from '../../model/value';
import type { NginxDirective } from './nginxConfig';
import { inForce, type NginxBlock } from './nginxSettings';

export interface ResponseHeader {
  /** As written. */
  name: string;
  /** With variables. */
  value: string;
  /** Also to answers that tell of errors. */
  isAlways: boolean;
  place: Place;
}

export interface ResponseHeaders {
  /** What answers of the block carry. */
  headers: ResponseHeader[];
  /** What blocks around it add, and its own `add_header` drops. */
  dropped: ResponseHeader[];
}

/** `add_header`, and `more_set_headers` of the headers-more module, which drops nothing. */
export function responseHeaders(block: NginxBlock): ResponseHeaders {
  const own = inForce(block, 'add_header').flatMap(headerOf);
  const headers = [...own];
  const dropped: ResponseHeader[] = [];
  const holds = (name: string) => headers.some((h) => h.name.toLowerCase() === name.toLowerCase());
  const isOwn = block.directives.some(({ name }) => name === 'add_header');
  for (let each: NginxBlock | undefined = block; each; each = each.parent) {
    for (const directive of each.directives) {
      if (directive.name === 'more_set_headers') headers.push(...moreHeaders(directive));
      if (isOwn && each !== block && directive.name === 'add_header')
        dropped.push(...headerOf(directive).filter(({ name }) => !holds(name)));
    }
  }
  return { headers, dropped };
}

/** Where words are too many, nginx takes none of them. */
function headerOf({ words, place }: NginxDirective): ResponseHeader[] {
  const [name, value, flag] = words;
  return name && value && words.length <= 3 && (!flag || flag.text.toLowerCase() === 'always')
    ? [{ name: name.text, value: value.text, isAlways: flag !== undefined, place }]
    : [];
}

/** `more_set_headers [-s …] 'Name: value' …`, always sent. */
const moreHeaders = ({ words, place }: NginxDirective): ResponseHeader[] =>
  words.flatMap(({ text }) => {
    const [, name, value] = /^([\w-]+):\s*(.*)$/s.exec(text) ?? [];
    return name !== undefined && value !== undefined ? [{ name, value, isAlways: true, place }] : [];
  });
