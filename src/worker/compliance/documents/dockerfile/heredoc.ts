/**
 * The words that announce here-documents in a Dockerfile, as BuildKit takes them
 * (frontend/dockerfile/parser).
 */

export interface HeredocWord {
  /** The delimiter, quotes and backslashes removed. */
  name: string;
  /** Some part stands in quotes: no variables are filled in. */
  quoted: boolean;
  /** `<<-`: tabs in front of lines do not count. */
  chomp: boolean;
}

/**
 * `<<EOF`, `<<-"E O F"`, `<<\EOF`, `<< EOF`, `3<<EOF`; undefined for any other word, also for
 * `cat<<EOF` and `<<<EOF`. What follows without a blank is part of the delimiter, as in BuildKit:
 * `<<EOF;` ends at a line `EOF;`.
 */
export function heredocWord(word: string): HeredocWord | undefined {
  if (!word.includes('<<')) return undefined;
  const match = /^\d*<<(-?)\s*([^<]*)$/.exec(word.slice(0, MAX_WORD));
  if (!match || word.length > MAX_WORD) return undefined;
  const [, dash, written] = match;
  const bare = unquoted(written!);
  return bare === undefined || bare.name === '' ? undefined : { ...bare, chomp: dash === '-' };
}

const MAX_WORD = 1000;

/** Undefined when a quote stays open. */
function unquoted(text: string): { name: string; quoted: boolean } | undefined {
  let name = '';
  let quote = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === quote) quote = '';
    else if (quote === '' && (c === '"' || c === "'")) {
      quote = c;
      quoted = true;
    } else if (c === '\\' && (quote === '' || (quote === '"' && /["$\\]/.test(text[i + 1] ?? ''))))
      name += text[++i] ?? '';
    else name += c;
  }
  return quote === '' ? { name, quoted } : undefined;
}

/** Without up to `indent` blanks in front. */
export function unindent(line: string, indent: number): string {
  let at = 0;
  while (at < indent && line[at] === ' ') at++;
  return line.slice(at);
}
