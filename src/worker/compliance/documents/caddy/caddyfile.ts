/**
 * Reads a Caddyfile into its sites with exact places (caddyserver.com/docs/caddyfile/concepts);
 * linear and never throws.
 */
import type { Place } from '../../model/value';

export interface CaddyWord {
  text: string;
  /** Inside the quotes. */
  place: Place;
}

export interface CaddyDirective {
  /** The name first. */
  words: CaddyWord[];
  /** Undefined: it has no braces. */
  block: CaddyDirective[] | undefined;
}

export interface CaddySite {
  addresses: CaddyWord[];
  directives: CaddyDirective[];
}

export interface Caddyfile {
  uri: string;
  text: string;
  /** What stands in the block without a name at the top. */
  options: CaddyDirective[];
  sites: CaddySite[];
}

/** Deeper blocks are taken for flat. */
const MAX_DEPTH = 40;
/** A word in quotes or backquotes, a placeholder, or what stands between blanks. */
const TOKEN =
  /[ \t\r]+|\\\r?\n|\n|#[^\n]*|"(?:[^"\\]|\\[\s\S])*"|`[^`]*`|(?:\{[^\s{}]+\}|[^\s"`#{}]+|(?<=\S)["`#]|[{}](?=\S))+|[{}"`]/g;

export function readCaddyfile(uri: string, text: string): Caddyfile {
  const lines = parse(uri, text);
  const options = lines.find(({ words, block }) => words.length === 0 && block)?.block ?? [];
  const named = lines.filter(({ words }) => words.length > 0 && !/^(?:import|\(.*\)|&\(.*\))$/.test(words[0]!.text));
  const [first, ...rest] = named;
  if (first && !first.block)
    return { uri, text, options, sites: [{ addresses: addressesOf(first), directives: rest }] };
  const sites = named.flatMap((site) => (site.block ? [{ addresses: addressesOf(site), directives: site.block }] : []));
  return { uri, text, options, sites };
}

/** Separated by blanks or commas. */
const addressesOf = ({ words }: CaddyDirective): CaddyWord[] =>
  words.flatMap(({ text, place }) => {
    const bare = text.replace(/,$/, '');
    return bare === '' ? [] : [{ text: bare, place: { ...place, end: place.end - (text.length - bare.length) } }];
  });

function parse(uri: string, text: string): CaddyDirective[] {
  const root: CaddyDirective[] = [];
  const stack = [root];
  let flat = 0;
  let words: CaddyWord[] = [];
  const finish = (block?: CaddyDirective[]) => {
    if (words.length > 0 || block) stack.at(-1)!.push({ words, block });
    words = [];
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '\n') {
      // A list of addresses goes on behind its comma.
      if (!words.at(-1)?.text.endsWith(',')) finish();
    } else if (token === '{' && stack.length <= MAX_DEPTH) {
      const block: CaddyDirective[] = [];
      finish(block);
      stack.push(block);
    } else if (token === '{') flat++;
    else if (token === '}') {
      finish();
      if (flat > 0) flat--;
      else if (stack.length > 1) stack.pop();
    } else if (!/^(?:[\s#]|\\\r?\n)/.test(token)) {
      const isQuoted = token.length > 1 && /^(["`])[\s\S]*\1$/.test(token);
      const inset = isQuoted ? 1 : 0;
      const place = { uri, start: index + inset, end: index + token.length - inset };
      words.push({ text: text.slice(place.start, place.end), place });
    }
  }
  finish();
  return root;
}

/** All directives of a block, those within others too. */
export function allDirectives(directives: readonly CaddyDirective[]): CaddyDirective[] {
  const out = [...directives];
  for (const { block } of out) for (const inner of block ?? []) out.push(inner);
  return out;
}
