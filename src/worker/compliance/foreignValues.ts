/**
 * Values of env files stay there: what a finding says, or writes into a file, names their variable
 * instead.
 */
import { parseEnvFile } from './documents/env/envFile';
import { lastAtOrBefore } from './lastAtOrBefore';
import { substringIndex } from './substringIndex';

/** A text of a finding without what only an env file tells. */
export type Quote = (text: string) => string;

/** A value of an env file, or a word of one. */
interface Foreign {
  name: string;
  part: string;
}

/**
 * Gives the first of the values, from a number on, that has something to do with a text in small
 * letters; their count if none has.
 */
type FirstOf = (small: string, from: number) => number;

/** A shorter one says little, and is part of many other words. */
const LEAST_PART = 4;

/** Switches and small numbers: no secret is one of these. */
const SWITCH = /^(?:\d{1,2}|true|false|yes|no|on|off)$/i;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What the document says itself may be repeated. A value is also found where a rule read only a
 * part of it, or in another case.
 * @param envTexts of the env files that were read for the document; asked for when first needed
 */
export function quoteOf(document: string, envTexts: () => readonly string[]): Quote {
  let quote: Quote | undefined;
  const known = new Map<string, string>();
  // The same few texts stand in thousands of findings.
  return (text) => {
    quote ??= quoteAmong(document, envTexts());
    if (quote === AS_IS) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const quoted = quote(text);
    known.set(text, quoted);
    return quoted;
  };
}

const AS_IS: Quote = (text) => text;

function quoteAmong(document: string, envTexts: readonly string[]): Quote {
  const values = valuesIn(envTexts);
  if (values.length === 0) return AS_IS;
  const inDocument = substringIndex(document);
  const foreign = values.filter(({ part }) => inDocument(part) < 0);
  const small = foreign.map(({ part }) => part.toLowerCase());
  const holding = firstHolding(small);
  const heldIn = firstHeldIn(small);
  return (text) => {
    if (text === '' || inDocument(text) >= 0) return text;
    let quoted = text;
    for (let from = 0; from < foreign.length; ) {
      const whole = quoted.length < LEAST_PART ? foreign.length : holding(quoted.toLowerCase(), from);
      const at = heldIn(quoted.toLowerCase(), from);
      if (whole < foreign.length && whole <= at) return `\${${foreign[whole]!.name}}`;
      const { name, part } = foreign[at] ?? { name: '', part: '' };
      if (part !== '') quoted = quoted.replace(patternOf(part), () => `\${${name}}`);
      from = at + 1;
    }
    return quoted;
  };
}

/** Longest first, so that no rest of a longer one is left. */
function valuesIn(envTexts: readonly string[]): Foreign[] {
  return envTexts
    .flatMap((text) => parseEnvFile('', text).entries)
    .flatMap(({ name, text }) => {
      const words = text.split(/[^\p{L}\p{N}_.-]+/u).filter((word) => word.length >= LEAST_PART);
      return [...new Set([text, ...words])].map((part) => ({ name, part }));
    })
    .filter(({ part }) => part !== '' && !SWITCH.test(part))
    .sort((a, b) => b.part.length - a.part.length);
}

const patternOf = (part: string): RegExp =>
  new RegExp(
    part.length < LEAST_PART * 2 ? `(?<![\\p{L}\\p{N}_])${escaped(part)}(?![\\p{L}\\p{N}_])` : escaped(part),
    'giu',
  );

/** The first value that the text is a part of. */
function firstHolding(values: readonly string[]): FirstOf {
  const starts: number[] = [];
  let length = 0;
  for (const value of values) {
    starts.push(length);
    length += value.length + 1;
  }
  const find = substringIndex(values.join('\n'));
  return (small, from) => {
    const offset = find(small, starts[from]);
    const at = offset < 0 ? values.length : lastAtOrBefore(starts, offset);
    return values[at]?.includes(small) ? at : values.length;
  };
}

/** The first value that is a part of the text. */
function firstHeldIn(values: readonly string[]): FirstOf {
  const numbers = new Map<string, number[]>();
  const lengthsByHead = new Map<string, Set<number>>();
  for (const [at, value] of values.entries()) {
    const head = value.slice(0, LEAST_PART);
    numbers.set(value, [...(numbers.get(value) ?? []), at]);
    lengthsByHead.set(head, (lengthsByHead.get(head) ?? new Set()).add(value.length));
  }
  const headLengths = [...new Set([...lengthsByHead.keys()].map((head) => head.length))];
  return (small, from) => {
    let first = values.length;
    for (let i = 0; i < small.length; i++) {
      for (const headLength of headLengths) {
        for (const length of lengthsByHead.get(small.slice(i, i + headLength)) ?? []) {
          const at = numbers.get(small.slice(i, i + length))?.find((n) => n >= from);
          if (at !== undefined && at < first) first = at;
        }
      }
    }
    return first;
  };
}
