/**
 * What a written value ships by itself: text and defaults, without any variable's real value (facts
 * T12 and T27).
 */
import { interpolate } from './interpolate';
import { UNKNOWN, type Value } from './value';

/** The text with defaults filled in; every other variable is one UNKNOWN character. */
export const writtenText = (raw: string, escapeWith: '$$' | '\\' = '$$'): string =>
  interpolate(unwrapped(raw), () => undefined, escapeWith);

/** `abc` and `${X:-abc}` are `abc`; `${X}`, `${X:?}` and `prefix-${X}` are undefined. */
export function literalOf(value: Pick<Value, 'raw'>, escapeWith: '$$' | '\\' = '$$'): string | undefined {
  const text = writtenText(value.raw, escapeWith);
  return text.includes(UNKNOWN) ? undefined : text;
}

/** Without quotes, or without the head line of a block scalar. */
function unwrapped(raw: string): string {
  const block = /^[|>][-+\d]*[ \t]*(?:#.*)?\r?\n/.exec(raw);
  if (block) return raw.slice(block[0].length).trim();
  const quote = raw[0];
  return (quote === '"' || quote === "'") && raw.length > 1 && raw.endsWith(quote) ? raw.slice(1, -1) : raw;
}
