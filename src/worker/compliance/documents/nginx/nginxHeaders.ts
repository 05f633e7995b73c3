/** The headers that nginx adds to its answers in a block (fact T23). */
import type { Place } from '../../model/value';
import { once } from '../../once';
import type { NginxDirective } from './nginxConfig';
import { chainOf, inForce, type NginxBlock, ownOf } from './nginxSettings';

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

/** Of one block: nobody writes more, and each location may inherit them. */
const MAX_HEADERS = 100;

/** `add_header`, and `more_set_headers` of the headers-more module, which drops nothing. */
export function responseHeaders(block: NginxBlock): ResponseHeaders {
  const chain = chainOf(block);
  const headers = [...addedHeaders(inForce(block, 'add_header'))];
  for (const each of chain) for (const header of moreHeaders(ownOf(each, 'more_set_headers'))) headers.push(header);
  if (ownOf(block, 'add_header').length === 0) return { headers, dropped: [] };
  const held = new Set(headers.map(nameOf));
  const above = chain.slice(1).flatMap((each) => addedHeaders(ownOf(each, 'add_header')));
  return { headers, dropped: above.filter((header) => !held.has(nameOf(header))) };
}

const nameOf = ({ name }: ResponseHeader): string => name.toLowerCase();

/** Where words are too many, nginx takes none of them. */
const addedHeaders = once((directives: readonly NginxDirective[]): readonly ResponseHeader[] =>
  directives.slice(0, MAX_HEADERS).flatMap(({ words, place }) => {
    const [name, value, flag] = words;
    return name && value && words.length <= 3 && (!flag || flag.text.toLowerCase() === 'always')
      ? [{ name: name.text, value: value.text, isAlways: flag !== undefined, place }]
      : [];
  }),
);

/** `more_set_headers [-s …] 'Name: value' …`, always sent. */
const moreHeaders = once((directives: readonly NginxDirective[]): readonly ResponseHeader[] =>
  directives
    .flatMap(({ words, place }) =>
      words.flatMap(({ text }) => {
        const [, name, value] = /^([\w-]+):\s*(.*)$/s.exec(text) ?? [];
        return name !== undefined && value !== undefined ? [{ name, value, isAlways: true, place }] : [];
      }),
    )
    .slice(0, MAX_HEADERS),
);
