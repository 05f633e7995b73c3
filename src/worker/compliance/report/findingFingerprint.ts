/**
 * By what a finding is known again in a later version of its file: SARIF's partial fingerprints and
 * baselines.
 */
import type { Finding } from '../../protocol/finding';
import { type Lines, lineEnd } from '../documents/text/lines';
import { fingerprint } from './fingerprint';

/** Of faulty lines so much is looked at: a long one may have a thousand findings. */
const MOST_CHARACTERS = 2000;

/**
 * The rule, the service and the words of the faulty lines: neither where they stand, how far they
 * are indented, what stands around them, nor the language of the message. The file's path is not in
 * it: SARIF and baselines have that beside it. Of a file that is `kept` from git the line counts up
 * to its value, and the finding's own words do not.
 */
export function findingFingerprint(
  { rule, service = '', range }: Pick<Finding, 'rule' | 'service' | 'range'>,
  lines: Lines,
  kept = false,
): string {
  const { start, end } = range;
  const from = lines.starts[start.line] ?? 0;
  // A range that ends before a line's first character does not reach into it.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const faulty = wordsOf(lines, from, lineEnd(lines, Math.min(last, lines.starts.length - 1)));
  if (kept) return fingerprint([rule, service, faulty.replace(/[=:].*$/, '')].join('\u0000'));
  const own = wordsOf(lines, from + start.character, (lines.starts[end.line] ?? 0) + end.character);
  return fingerprint([rule, service, faulty, own].join('\u0000'));
}

/** Blanks that are not one space each. */
const UNEVEN = /\s\s|[^\S ]/;

function wordsOf({ text }: Lines, from: number, to: number): string {
  const words = text.slice(from, Math.min(to, from + MOST_CHARACTERS)).trim();
  return UNEVEN.test(words) ? words.replace(/\s+/g, ' ') : words;
}
