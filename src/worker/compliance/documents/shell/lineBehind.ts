/** Adds a command behind another one. */
import type { Edit } from '../../model/value';
import { lineBreakOf, lineEndAt } from '../text/lines';
import type { Script } from './script';
import type { ShellCommand } from './shellTypes';

/**
 * A line of its own behind the line of a command that stands alone, with the same `sudo` in front;
 * undefined where that cannot be written.
 */
export function lineBehind({ uri, text }: Script, command: ShellCommand, line: string): Edit[] | undefined {
  const { words, wrappers, conditional, redirects, excerpt } = command;
  const from = wrappers[0]?.start ?? words[0]!.start;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const to = words.at(-1)!.end;
  const end = lineEndAt(text, to);
  const indent = text.slice(start, from);
  const isAlone = /^[ \t]*$/.test(indent) && /^[ \t]*$/.test(text.slice(to, end)) && redirects.length === 0;
  const sudo = wrappers.map(({ raw }) => `${raw} `).join('');
  if (!isAlone || conditional || excerpt.write(line) !== line) return undefined;
  return [{ uri, start: end, end, newText: `${lineBreakOf(text)}${indent}${sudo}${line}` }];
}
