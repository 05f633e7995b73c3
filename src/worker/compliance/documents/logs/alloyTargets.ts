/**
 * Where Grafana Alloy writes records to: `url` of an `endpoint`, in its own syntax
 * (grafana.com/docs/alloy); linear and never throws.
 */
import type { Place } from '../../model/value';

export interface AddressAt {
  address: string;
  /** Between the quotes. */
  place: Place;
}

export const isAlloy = (text: string): boolean => /^[ \t]*loki\.write[ \t]+"[^"\n]{0,200}"[ \t]*\{/m.test(text);

/** Comments, texts, names of blocks with their brace, braces, and the attribute that matters. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|`[^`]*`|\b(?:loki\.write|endpoint)\b|\burl\b[ \t]*=[ \t]*"((?:[^"\\\n]|\\.)*)"|[{}]/g;

export function alloyTargets(uri: string, text: string): AddressAt[] {
  const out: AddressAt[] = [];
  /** The blocks around: which of them matter. */
  const open: string[] = [];
  let next = '';
  for (const { 0: token, 1: address, index } of text.matchAll(TOKEN)) {
    if (token === '{') {
      open.push(next);
      next = '';
    } else if (token === '}') {
      open.pop();
      next = '';
    } else if (token === 'loki.write' || token === 'endpoint') next = token;
    else if (address && open.at(-1) === 'endpoint' && open.at(-2) === 'loki.write') {
      const end = index + token.length - 1;
      out.push({ address, place: { uri, start: end - address.length, end } });
    }
  }
  return out;
}
