/**
 * Reads one file of nginx's configuration into directives with places (fact T23): words, quotes,
 * comments and blocks as nginx takes them; linear and never throws.
 */
import type { Place } from '../../model/value';
import { lineEndAt } from '../text/lines';
import { luaEnd } from './luaEnd';
import { type NginxWord, tagAt, wordReader } from './nginxWord';

export interface NginxDirective {
  name: string;
  namePlace: Place;
  /** What stands behind the name. */
  words: NginxWord[];
  /** From the name to behind `;` or `}`. */
  place: Place;
  /** What stands in its braces; undefined: it has none. */
  block: NginxDirective[] | undefined;
  /** Between the braces; where the block is not closed, to the end of what was read of it. */
  inside: Place | undefined;
  /** `;` or `}` is written. */
  isClosed: boolean;
}

export interface NginxFile {
  uri: string;
  text: string;
  directives: NginxDirective[];
  /** Tags of a template language stand between its directives, which may leave out or repeat some. */
  isTemplate: boolean;
}

/** A directive that a template fills in: it may be any, and several. */
export const isHole = (name: string): boolean => /^(?:\ufffc|\$\{\w+\}|__\w+__|@\w+@|%\w+%)$/.test(name);

/** Deeper blocks are taken for flat: nothing that nginx accepts is nested so. */
const MAX_DEPTH = 40;

/** What begins a line only as a directive: the one before it lacks its `;`. */
const STARTS = new Set(
  (
    'server location upstream listen server_name root include proxy_pass proxy_set_header add_header access_log ' +
    'error_log ssl_protocols ssl_ciphers ssl_certificate ssl_certificate_key client_max_body_size'
  ).split(' '),
);
/** Blocks that stand in no block of a site: one before them is not closed. */
const OUTER = new Set(['http', 'events', 'stream', 'mail']);

interface Open {
  list: NginxDirective[];
  owner: NginxDirective | undefined;
  /** Braces that were opened too deep, inside of it. */
  flat: number;
}

export function parseNginx(uri: string, text: string): NginxFile {
  const directives: NginxDirective[] = [];
  const stack: Open[] = [{ list: directives, owner: undefined, flat: 0 }];
  const readWord = wordReader(uri, text);
  let words: NginxWord[] = [];
  let isTemplate = false;
  const here = () => stack.at(-1)!;

  /** The words that were read, as a directive that ends here. */
  const finish = (end: number, isClosed: boolean): NginxDirective | undefined => {
    const [name, ...rest] = words;
    words = [];
    if (!name) return undefined;
    const directive: NginxDirective = {
      name: name.text,
      namePlace: name.place,
      words: rest,
      place: { uri, start: name.start, end },
      block: undefined,
      inside: undefined,
      isClosed,
    };
    here().list.push(directive);
    return directive;
  };
  const endWords = () => finish(words.at(-1)?.end ?? 0, false);
  const close = (inner: number, end: number, isClosed: boolean) => {
    const { owner } = here();
    if (!owner) return;
    owner.place.end = end;
    owner.inside!.end = inner;
    owner.isClosed = isClosed;
    stack.pop();
  };
  /** A block that can stand in none of these: they are not closed. */
  const leaveFor = (name: string, at: number) => {
    const isServer = name === 'server' && words.length === 1;
    if (!isServer && !OUTER.has(name)) return;
    while (here().owner && !(isServer && OUTER.has(here().owner!.name))) close(at, at, false);
  };
  const open = (at: number): number => {
    const name = words[0]?.text ?? '';
    const before = words[0]?.start ?? at;
    if (stack.length > MAX_DEPTH) {
      finish(at, false);
      here().flat++;
      return at + 1;
    }
    leaveFor(name, before);
    const owner = finish(at + 1, false);
    if (!owner) {
      here().flat++;
      return at + 1;
    }
    owner.inside = { uri, start: at + 1, end: at + 1 };
    owner.block = [];
    stack.push({ list: owner.block, owner, flat: 0 });
    if (!/_by_lua_block$/.test(name)) return at + 1;
    return luaEnd(text, at + 1);
  };
  const shut = (at: number) => {
    endWords();
    if (here().flat > 0) here().flat--;
    else close(at, at + 1, true);
  };

  let isNewLine = true;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const c = text[at]!;
    if (c === '\n') isNewLine = true;
    if (/\s/.test(c)) at++;
    else if (c === '#') at = lineEndAt(text, at);
    else if (c === ';') {
      finish(at + 1, true);
      at++;
    } else if (c === '}') {
      shut(at);
      at++;
    } else {
      const tag = tagAt(text, at);
      if (tag?.isControl) {
        isTemplate = true;
        at = tag.end;
        continue;
      }
      if (c === '{' && !tag) {
        at = open(at);
        continue;
      }
      const word = readWord(at);
      if (isNewLine && words.length > 0 && !word.isQuoted && STARTS.has(word.text)) endWords();
      words.push(word);
      at = word.end;
      if (words.length === 1 && isHole(word.text) && /^[ \t]*\r?(?:\n|$)/.test(text.slice(at, at + 200))) endWords();
      isNewLine = false;
    }
  }
  endWords();
  while (here().owner) close(text.length, text.length, false);
  return { uri, text, directives, isTemplate };
}
