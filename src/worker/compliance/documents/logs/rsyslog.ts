/**
 * Reads a configuration of rsyslog (rsyslog.conf(5), 8.2302), old lines and RainerScript, into its
 * actions with what is sent to each; linear and never throws.
 */
import type { Place } from '../../model/value';

export interface RsyslogParameter {
  value: string;
  /** Between the quotes. */
  place: Place;
}

/** `action(…)`, `input(…)`, `global(…)`: parameters by their name in small letters. */
export interface RsyslogObject {
  name: string;
  place: Place;
  parameters: Map<string, RsyslogParameter>;
  /** Nothing but parameters stands up to the bracket. */
  isClosed: boolean;
}

export interface RsyslogAction {
  /** The selector, or the expression of `if` or `:property` that is nearest; undefined: everything. */
  filter: { kind: 'selector' | 'expression'; text: string; place: Place } | undefined;
  /** Expressions around it, and whether it is of a ruleset, which others call. */
  around: string[];
  isInRuleset: boolean;
  /** `@@host`, `/var/log/a`, `stop`; empty for an object. */
  text: string;
  place: Place;
  object: RsyslogObject | undefined;
}

export interface Rsyslog {
  uri: string;
  actions: RsyslogAction[];
  /** `input`, `global`, `module`, … */
  objects: RsyslogObject[];
  /** `$DefaultNetstreamDriver gtls`: values by their name in small letters. */
  directives: Map<string, string>;
}

type Filter = RsyslogAction['filter'];

/** What tells nothing: one of them, so that no text can be split into them in several ways. */
const BLANK = /[ \t\r\n\ufeff]+|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const BETWEEN = /[\s,]+|#[^\n]*/y;
const OBJECT = /([a-z_]+)[ \t\r\n]*\(/iy;
const NAME = /([a-z][\w.]*)\s*=\s*/iy;
const TEXT = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y;
const BARE = /[^\s,()"']+/y;
const SELECTOR = /[\w*,]+\.(?:!?=?)[\w*]+(?:;[\w*,]+\.(?:!?=?)[\w*]+)*;?(?=[ \t])/y;
const PROPERTY = /:[!\w$-]+[ \t]*,[ \t]*!?\w+[ \t]*,[ \t]*"(?:[^"\\\n]|\\[^\n])*"/y;
const DIRECTIVE = /\$(\w+)[ \t]+([^\n#]*)/y;
const IF = /if\b/iy;
const THEN = /(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|[^"'])*?\bthen\b/iy;
const ELSE = /else\b/iy;
const PLAIN = /(?:set|unset|reset|call|call_indirect|foreach|continue|return)\b[^\n{]*/iy;
const LINE = /[^\n]+/y;
/** Deeper is not written by people. */
const MAX_DEPTH = 64;

export function parseRsyslog(uri: string, text: string): Rsyslog {
  const out: Rsyslog = { uri, actions: [], objects: [], directives: new Map() };
  const blocks: { around: string[]; filter: Filter; isRuleset: boolean }[] = [];
  let at = 0;
  let filter: Filter;
  let last: Filter;
  let isRuleset = false;
  const place = (start: number, end: number): Place => ({ uri, start, end });
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const filtered = (kind: 'selector' | 'expression', start: number, end: number) => {
    const written = withoutTail(text.slice(start, end), /[\s;]/);
    const from = start + written.search(/\S|$/);
    filter = { kind, text: text.slice(from, start + written.length), place: place(from, start + written.length) };
    last = filter;
  };
  const act = (own: Pick<RsyslogAction, 'text' | 'place' | 'object'>) => {
    const outer = blocks.at(-1);
    out.actions.push({
      ...own,
      filter: filter ?? outer?.filter,
      around: outer?.around ?? [],
      isInRuleset: blocks.some((block) => block.isRuleset),
    });
    filter = undefined;
  };
  while (at < text.length) {
    at = behindAll(BLANK, text, at);
    const c = text[at];
    if (c === undefined) break;
    let found: RegExpExecArray | null;
    if (c === '}') {
      blocks.pop();
      filter = undefined;
      at++;
    } else if (c === '{') {
      const outer = blocks.at(-1);
      const inner = filter ?? outer?.filter;
      if (blocks.length < MAX_DEPTH)
        blocks.push({ around: inner ? [...(outer?.around ?? []), inner.text] : [], filter: inner, isRuleset });
      isRuleset = false;
      filter = undefined;
      at++;
    } else if (c === '$' && (found = match(DIRECTIVE))) {
      out.directives.set(found[1]!.toLowerCase(), found[2]!.trim());
      at += found[0].length;
    } else if ((found = match(IF))) {
      const start = at + found[0].length;
      at = start;
      found = match(THEN);
      if (!found) break;
      filtered('expression', start, start + found[0].length - 4);
      at = start + found[0].length;
    } else if ((found = match(ELSE))) {
      filtered('expression', at, at + found[0].length);
      at += found[0].length;
    } else if ((found = match(PLAIN))) at += found[0].length;
    else if ((found = match(OBJECT))) {
      const object = readObject(uri, text, at, found);
      const name = object.name;
      if (name === 'action') act({ text: '', place: object.place, object });
      else if (name === 'ruleset') isRuleset = true;
      if (name !== 'action') out.objects.push(object);
      at = object.place.end;
    } else if (!filter && (found = match(SELECTOR) ?? match(PROPERTY))) {
      filtered(c === ':' ? 'expression' : 'selector', at, at + found[0].length);
      at += found[0].length;
    } else if (c === '&') {
      filter = last;
      at++;
    } else {
      const line = match(LINE)![0];
      const comment = line.search(/[ \t]#/);
      const written = withoutTail(comment < 0 ? line : line.slice(0, comment), /[ \t\r}]/) || c;
      act({ text: written, place: place(at, at + written.length), object: undefined });
      at += written.length;
    }
  }
  return out;
}

/** Where what a pattern matches, however often, ends. */
function behindAll(pattern: RegExp, text: string, start: number): number {
  let at = start;
  for (pattern.lastIndex = at; pattern.test(text); pattern.lastIndex = at) at = pattern.lastIndex;
  return at;
}

function withoutTail(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function readObject(uri: string, text: string, start: number, head: RegExpExecArray): RsyslogObject {
  const parameters: RsyslogObject['parameters'] = new Map();
  let at = start + head[0].length;
  for (;;) {
    NAME.lastIndex = behindAll(BETWEEN, text, at);
    const name = NAME.exec(text)?.[1];
    const value = name === undefined ? undefined : valueAt(text, NAME.lastIndex);
    if (name === undefined || !value) break;
    parameters.set(name.toLowerCase(), {
      value: text.slice(value.start, value.end),
      place: { uri, start: value.start, end: value.end },
    });
    at = value.behind;
  }
  const close = behindAll(BETWEEN, text, at);
  const isClosed = text[close] === ')';
  const end = isClosed ? close + 1 : at;
  return { name: head[1]!.toLowerCase(), place: { uri, start, end }, parameters, isClosed };
}

/** More is not written into one list. */
const MAX_LIST = 10_000;

/** A value without its quotes or brackets, and where reading goes on. */
function valueAt(text: string, start: number): { start: number; end: number; behind: number } | undefined {
  TEXT.lastIndex = start;
  if (TEXT.test(text)) return { start: start + 1, end: TEXT.lastIndex - 1, behind: TEXT.lastIndex };
  const end = text[start] === '[' ? text.slice(start, start + MAX_LIST).indexOf(']') : -1;
  if (end >= 0) return { start: start + 1, end: start + end, behind: start + end + 1 };
  BARE.lastIndex = start;
  return BARE.test(text) ? { start, end: BARE.lastIndex, behind: BARE.lastIndex } : undefined;
}
