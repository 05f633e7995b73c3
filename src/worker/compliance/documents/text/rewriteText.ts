/** Changes a text where it stands: quotes and variables stay. */
import type { Edit, Place } from '../../model/value';

/** Undefined where `change` answers so, or the text runs over several lines. */
export function rewriteText(
  { uri, text }: { uri: string; text: string },
  { start, end }: Place,
  change: (written: string) => string | undefined,
): Edit[] | undefined {
  const whole = text.slice(start, end);
  const quotes = /^(["']).*\1$/s.test(whole) && whole.length > 1 ? 1 : 0;
  const written = whole.slice(quotes, whole.length - quotes);
  const newText = written.includes('\n') ? undefined : change(written);
  return newText === undefined || newText === written
    ? undefined
    : [{ uri, start: start + quotes, end: end - quotes, newText }];
}
