/** Warnings of the compliance half in the client's log, each sentence once. */
import { fill } from '../protocol/fill';
import type { Locale } from '../protocol/finding';
import { visible } from '../text/visible';
import { logLines } from './logLines';

export function warnsOnce(
  warn: (text: string) => void,
  locale: Locale,
): (line: keyof typeof logLines, path?: string, reason?: string) => void {
  const told = new Set<string>();
  return (line, path = '', reason = '') => {
    const text = fill(logLines[line][locale], { reason: visible(reason), path: visible(path) });
    if (!told.has(text)) warn(text);
    told.add(text);
  };
}
