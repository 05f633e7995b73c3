/** Adds settings to an `sshd_config` where they hold for all. */
import type { Edit, Place } from '../../model/value';
import { appendLines, lineBreakOf, lineEndAt } from '../text/lines';

const MATCH = /^[ \t]*"?match"?[ \t=]/im;

/**
 * Lines behind a setting, else behind the default that stands there as a comment, else before the
 * first `Match` block, else at the end.
 * @param lines `Keyword value`
 * @param after a setting outside of `Match` blocks
 */
export function insertSettings(
  { uri, text }: { uri: string; text: string },
  lines: readonly string[],
  after?: Place,
): Edit[] {
  const match = MATCH.exec(text)?.index;
  const keyword = lines[0]!.split(' ')[0];
  const comment = new RegExp(`^[ \\t]*#[ \\t]*${keyword}\\b`, 'im').exec(text)?.index;
  const above = after?.start ?? (comment !== undefined && comment < (match ?? text.length) ? comment : undefined);
  const br = lineBreakOf(text);
  if (above !== undefined) {
    const end = lineEndAt(text, above);
    return [{ uri, start: end, end, newText: lines.map((line) => br + line).join('') }];
  }
  if (match === undefined) return appendLines(uri, text, lines);
  return [{ uri, start: match, end: match, newText: lines.map((line) => line + br).join('') }];
}
