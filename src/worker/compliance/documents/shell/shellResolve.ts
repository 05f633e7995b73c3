/**
 * Fills variables into shell words and splits what is not quoted, keeping for every character the
 * place it came from.
 */
import { lastAtOrBefore } from '../../lastAtOrBefore';
import { type Lookup, MAX_LENGTH } from '../../model/interpolate';
import { UNKNOWN } from '../../model/value';
import type { Excerpt } from '../text/excerpt';
import type { ShellPart, ShellWord } from './shellTypes';

interface Chunk {
  text: string;
  start: number;
  end: number;
  quoted: boolean;
  unknown: boolean;
  indirect: boolean;
  /** Blanks in it part words: it came out of an expansion outside quotes. */
  splits: boolean;
}

/** `text` parts as they are; a variable gives its value, its fallback, or UNKNOWN. */
function expand(parts: readonly ShellPart[], lookup: Lookup, out: Chunk[], inside: boolean): void {
  for (const part of parts) {
    const { start, end, quoted } = part;
    if (part.kind === 'text') {
      const unknown = part.text.includes(UNKNOWN);
      out.push({ text: part.text, start, end, quoted, unknown, indirect: false, splits: inside && !quoted });
    } else if (part.kind === 'opaque' || part.many)
      out.push({ text: UNKNOWN, start, end, quoted, unknown: true, indirect: true, splits: false });
    else expandVariable(part, lookup, out);
  }
}

function expandVariable(part: Extract<ShellPart, { kind: 'variable' }>, lookup: Lookup, out: Chunk[]): void {
  const { start, end, quoted, operator, fallback } = part;
  const value = lookup(part.name);
  const set = value !== undefined && (operator[0] !== ':' || value !== '');
  const known = (text: string) =>
    out.push({ text, start, end, quoted, unknown: false, indirect: true, splits: !quoted });
  if (/[-=]$/.test(operator) && !set) expand(fallback, lookup, out, true);
  else if (operator.endsWith('+') && (set || value !== undefined))
    set ? expand(fallback, lookup, out, true) : known('');
  else if (set && !operator.endsWith('+') && !value.includes(UNKNOWN)) known(value);
  else out.push({ text: UNKNOWN, start, end, quoted, unknown: true, indirect: true, splits: false });
}

/**
 * No word, one word, or several when a known variable stands outside quotes. `from`, `to`: the
 * written word in the excerpt.
 */
export function resolveWord(
  excerpt: Excerpt,
  parts: readonly ShellPart[],
  from: number,
  to: number,
  lookup: Lookup,
): ShellWord[] {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'text' && only.text.length === only.end - only.start)
    return [literalWord(excerpt, only, from, to)];
  const expanded: Chunk[] = [];
  expand(parts, lookup, expanded, false);
  const chunks = bounded(expanded);
  if (!chunks.some((c) => c.splits && /\s|^$/.test(c.text))) return [wordOf(excerpt, chunks, from, to, isMany(parts))];
  return splitFields(chunks).map((field) => wordOf(excerpt, field, from, to, isMany(parts)));
}

/**
 * Most words are one piece of text: it is held once, and its places are worked out without a list.
 */
function literalWord(
  excerpt: Excerpt,
  part: Extract<ShellPart, { kind: 'text' }>,
  from: number,
  to: number,
): ShellWord {
  const { text, quoted, start: textStart } = part;
  const { length } = text;
  const isUnknown = text.includes(UNKNOWN);
  const { start, end } = excerpt.place(from, to);
  return {
    start,
    end,
    raw: length === to - from ? text : excerpt.text.slice(from, to),
    resolved: text,
    known: isUnknown ? undefined : text,
    quoted,
    open: isUnknown && !quoted,
    indirect: false,
    placeOf(first, last) {
      const begin = first <= length ? textStart + first : to;
      const stop = last > 0 && last <= length ? textStart + last : to;
      return excerpt.place(begin, last > first ? Math.max(begin, stop) : begin);
    },
  };
}

/**
 * Values that double from line to line would fill the memory: what came out of variables counts up
 * to a bound, the rest is unknown.
 */
function bounded(chunks: Chunk[]): Chunk[] {
  let length = 0;
  for (const chunk of chunks) if (chunk.indirect) length += chunk.text.length;
  if (length <= MAX_LENGTH) return chunks;
  return chunks.map((chunk) => (chunk.indirect ? { ...chunk, text: UNKNOWN, unknown: true, splits: false } : chunk));
}

const isMany = (parts: readonly ShellPart[]): boolean => parts.some((p) => p.kind === 'variable' && p.many);

/** Field splitting (POSIX 2.6.5) of known text that came out of variables outside quotes. */
function splitFields(chunks: readonly Chunk[]): Chunk[][] {
  const fields: Chunk[][] = [];
  let field: Chunk[] = [];
  const close = () => {
    if (field.length > 0) fields.push(field);
    field = [];
  };
  for (const chunk of chunks) {
    if (!chunk.splits) {
      field.push(chunk);
      continue;
    }
    let at = 0;
    for (const [index, piece] of chunk.text.split(/([ \t\n]+)/).entries()) {
      if (index % 2 === 1) close();
      else if (piece !== '')
        field.push(
          chunk.indirect
            ? { ...chunk, text: piece }
            : { ...chunk, text: piece, start: chunk.start + at, end: chunk.start + at + piece.length },
        );
      at += piece.length;
    }
  }
  close();
  return fields;
}

function wordOf(excerpt: Excerpt, chunks: readonly Chunk[], from: number, to: number, many: boolean): ShellWord {
  const resolved = chunks.length === 1 ? chunks[0]!.text : chunks.map((c) => c.text).join('');
  const indirect = chunks.some((c) => c.indirect);
  const { start, end } = excerpt.place(from, to);
  return {
    start,
    end,
    raw: excerpt.text.slice(from, to),
    resolved,
    known: resolved.includes(UNKNOWN) ? undefined : resolved,
    quoted: chunks.some((c) => c.quoted),
    open: many || chunks.some((c) => c.unknown && !c.quoted),
    indirect,
    placeOf: placesIn(excerpt, chunks, to),
  };
}

/** Where a part of what the chunks are together came from: a long text is asked for many parts. */
function placesIn(excerpt: Excerpt, chunks: readonly Chunk[], wordEnd: number): ShellWord['placeOf'] {
  let known: number[] | undefined;
  const begins = (): number[] => {
    let at = 0;
    known ??= chunks.map(({ text }) => (at += text.length) - text.length);
    return known;
  };
  /** Of `place` in the chunk of the character `index`; its `side` where it stands for other text. */
  const inChunk = (index: number, place: number, side: 'start' | 'end'): number => {
    const at = lastAtOrBefore(begins(), index);
    const chunk = chunks[at];
    if (!chunk || index < 0) return wordEnd;
    const { text, start, end } = chunk;
    const inside = place - begins()[at]!;
    if (inside > text.length) return wordEnd;
    if (end - start === text.length) return start + inside;
    return inside === text.length ? end : chunk[side];
  };
  return (from, to) => {
    const first = inChunk(from, from, 'start');
    return excerpt.place(first, to > from ? Math.max(first, inChunk(to - 1, to, 'end')) : first);
  };
}
