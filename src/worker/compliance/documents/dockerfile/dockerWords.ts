/** The words of an instruction, and the strings of its exec form. */
import type { Place } from '../../model/value';
import { type MappedText, placeIn } from './mappedText';

const [DOUBLE, SINGLE, DOLLAR, OPEN, CLOSE, LESS] = [34, 39, 36, 123, 125, 60];

export interface DockerWord {
  text: string;
  place: Place;
}

/**
 * Splits at blanks outside quotes, `${…}` and behind `<<`; by hand, since a pattern's backtracking
 * would not survive a word of megabytes.
 */
export function wordsOf(mapped: MappedText, uri: string, escapedBy: string): DockerWord[] {
  const { text } = mapped;
  const mark = escapedBy.charCodeAt(0);
  const out: DockerWord[] = [];
  for (let i = 0; i < text.length; ) {
    if (isSpace(text, i)) {
      i++;
      continue;
    }
    const start = i;
    let quote = 0;
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (quote !== 0) {
        if (c === mark && quote !== SINGLE) i++;
        else if (c === quote) quote = 0;
      } else if (c === DOUBLE || c === SINGLE) quote = c;
      else if (c === OPEN && text.charCodeAt(i - 1) === DOLLAR) quote = CLOSE;
      else if (c === mark) i++;
      else if (c === LESS && text.charCodeAt(i + 1) === LESS) i = blanksBehind(text, i + 2) - 1;
      else if ((c <= 32 || c >= 160) && isSpace(text, i)) break;
    }
    i = Math.min(i, text.length);
    out.push({ text: text.slice(start, i), place: placeIn(mapped, uri, start, i) });
  }
  return out;
}

/** `<< EOF` and `<<- EOF` are one word, `<<` alone is one too. */
function blanksBehind(text: string, from: number): number {
  const first = text[from] === '-' ? from + 1 : from;
  let at = first;
  while (at < text.length && isSpace(text, at)) at++;
  return at < text.length ? at : first;
}

/** Undefined for another form. */
export function jsonForm(args: MappedText, words: DockerWord[], uri: string): DockerWord[] | undefined {
  if (!words[0]?.text.startsWith('[')) return undefined;
  const from = args.text.indexOf('[', args.text.startsWith('[') ? 0 : args.text.search(/(?<=\s)\[/));
  const body = args.text.slice(from).trimEnd();
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === 'string')) return undefined;
  const literals = [...body.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return parsed.map((item: string, i) => {
    const index = from + (literals[i]?.index ?? 0);
    return { text: item, place: placeIn(args, uri, index, index + (literals[i]?.[0].length ?? 1)) };
  });
}

/** Without one pair of quotes around the whole. */
export function unquote(text: string): string {
  const c = text.charCodeAt(0);
  return (c === DOUBLE || c === SINGLE) && text.length > 1 && text.charCodeAt(text.length - 1) === c
    ? text.slice(1, -1)
    : text;
}

/** What a pattern's `\s` takes, without asking one for every letter. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && /\s/.test(text[at]!);
}
