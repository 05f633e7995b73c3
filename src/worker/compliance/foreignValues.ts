/** Values of env files stay there: what a finding says, or writes into a file, names their variable instead. */
import { parseEnvFile } from './documents/envFile';

/** A text of a finding without what only an env file tells. */
export type Quote = (text: string) => string;

interface Foreign {
  name: string;
  pattern: RegExp;
  value: string;
}

/** A shorter one says little, and is part of many other words. */
const LEAST_PART = 4;

/** Switches and small numbers: no secret is one of these. */
const SWITCH = /^(?:\d{1,2}|true|false|yes|no|on|off)$/i;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What the document says itself may be repeated. A value is also found where a rule read only a part of it, or in another case.
 * @param envTexts of the env files that were read for the document; asked for when first needed
 */
export function quoteOf(document: string, envTexts: () => readonly string[]): Quote {
  let foreign: Foreign[] | undefined;
  const known = new Map<string, string>();
  const quote: Quote = (text) => {
    foreign ??= foreignIn(document, envTexts());
    if (foreign.length === 0 || text === '' || document.includes(text)) return text;
    let quoted = text;
    for (const { name, pattern, value } of foreign) {
      if (quoted.length >= LEAST_PART && value.includes(quoted.toLowerCase())) return `\${${name}}`;
      quoted = quoted.replace(pattern, () => `\${${name}}`);
    }
    return quoted;
  };
  // The same few texts stand in thousands of findings, and each is looked for in the whole document.
  return (text) => {
    const before = known.get(text) ?? quote(text);
    known.set(text, before);
    return before;
  };
}

/** Longest first, so that no rest of a longer one is left. */
function foreignIn(document: string, envTexts: readonly string[]): Foreign[] {
  const values = envTexts.flatMap((text) => parseEnvFile('', text).entries.map((entry) => ({ name: entry.name, value: entry.text })));
  const parts = values.flatMap(({ name, value }) => {
    const words = value.split(/[^\p{L}\p{N}_.-]+/u).filter((word) => word.length >= LEAST_PART);
    return [...new Set([value, ...words])].map((part) => ({ name, part }));
  });
  return parts
    .filter(({ part }) => part !== '' && !SWITCH.test(part) && !document.includes(part))
    .sort((a, b) => b.part.length - a.part.length)
    .map(({ name, part }) => ({
      name,
      value: part.toLowerCase(),
      pattern: new RegExp(part.length < LEAST_PART * 2 ? `(?<![\\p{L}\\p{N}_])${escaped(part)}(?![\\p{L}\\p{N}_])` : escaped(part), 'giu'),
    }));
}
