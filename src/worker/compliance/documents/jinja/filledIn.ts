/**
 * A file that Ansible or the like writes from a template (`sshd_config.j2`), as far as the template
 * tells it: what is filled in is unknown, and what depends on a condition is left out.
 */
import { UNKNOWN } from '../../model/value';
import { type Excerpt, excerptOf, type Piece } from '../text/excerpt';

/** An expression, a statement with its word, or a remark; longer ones are none. */
const TAG =
  /\{\{(?:[^{}\n]|\{[^{}\n]*\}){0,500}\}\}|\{%[-+]?[ \t]*(\w+)(?:[^%\n]|%(?!\})){0,500}%\}|\{#(?:[^#]|#(?!\})){0,2000}#\}/g;
const OPENING = /^(?:if|for|macro|call|filter|block|with)$/;
/** `{% set x = 1 %}` opens nothing. */
const CLOSING = /^end(?:if|for|macro|call|filter|block|with)$/;

export interface FilledIn {
  content: Excerpt;
  /** Whether statements stand in it: more lines may come of them. */
  isPart: boolean;
}

export function filledIn(text: string): FilledIn {
  let depth = 0;
  let isRaw = false;
  let isPart = false;
  let left = 0;
  const spans: Piece[] = [];
  for (const { 0: tag, 1: word = '', index } of text.matchAll(TAG)) {
    const end = index + tag.length;
    if (isRaw && word !== 'endraw') continue;
    if (tag.startsWith('{%')) isPart = true;
    if (word === 'raw' || word === 'endraw') isRaw = word === 'raw';
    if (OPENING.test(word) && depth++ === 0) left = index;
    if (CLOSING.test(word) && depth > 0 && --depth === 0) spans.push({ start: left, end, text: '' });
    else if (depth === 0) spans.push({ start: index, end, text: tag.startsWith('{{') ? UNKNOWN : '' });
  }
  // What is opened and not closed goes to the end.
  if (depth > 0) spans.push({ start: left, end: text.length, text: '' });
  return { content: replaced(text, spans), isPart };
}

function replaced(text: string, spans: readonly Piece[]): Excerpt {
  const pieces: Piece[] = [];
  let at = 0;
  for (const span of [...spans, { text: '', start: text.length, end: text.length }]) {
    if (span.start > at) pieces.push({ text: text.slice(at, span.start), start: at, end: span.start });
    if (span.end > span.start) pieces.push(span);
    at = span.end;
  }
  return excerptOf(pieces, (added) => (added.includes(UNKNOWN) || /[{}]/.test(added) ? undefined : added));
}
