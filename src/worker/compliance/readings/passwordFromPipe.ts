/**
 * Rewrites a login so that its password comes through a pipe: `docker login -p X host` → `printf
 * '%s' "$X" | docker login --password-stdin host`.
 */

import type { Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import { commandName } from '../documents/shell/shellWrappers';
import type { SecretArgument } from '../model/secretArgument';
import type { Edit } from '../model/value';

/** What takes the place of a password that stands in the script itself. */
const VARIABLE = '$' + '{REGISTRY_PASSWORD:?}';
/** One whole variable, template expressions of a pipeline included. */
const WHOLE = /^"?(\$\w+|\$\{\w+(?::?[?-][^{}"'`]*)?\}|\$\{\{[^{}"'`]*\}\})"?$/;

/**
 * Undefined where standard input is taken already, or the text around cannot hold a pipe with
 * quotes.
 */
export function passwordFromPipe(
  script: Script,
  command: ShellCommand,
  { argument, option }: SecretArgument<ShellWord>,
): { edits: Edit[]; variable: string } | undefined {
  const { words, wrappers, redirects, before } = command;
  if (before === '|' || redirects.some((r) => r.operator.startsWith('<'))) return undefined;
  if (wrappers.some((w) => !/^(sudo|doas|-\w)$/.test(commandName(w) ?? ''))) return undefined;
  const base = script.run?.file.base ?? 0;
  const { place: word, text } = argument;
  const joined = text.startsWith(option);
  const first = joined ? word : words[words.indexOf(word) - 1];
  const raw = script.text.slice(word.start - base, word.end - base);
  if (!first || (first !== word && first.indirect) || (joined && !raw.startsWith(option))) return undefined;
  const own = word.known !== undefined && !word.indirect ? VARIABLE : undefined;
  const variable = WHOLE.exec(joined ? raw.slice(option.length) : raw)?.[1] ?? own;
  const source = variable === undefined ? undefined : `printf '%s' "${variable}" | `;
  // Only where it can be written as it is: no layer of quoting around it.
  if (source === undefined || command.excerpt.write(source) !== source) return undefined;
  const edits = [
    { uri: script.uri, start: command.start, end: command.start, newText: source },
    { uri: script.uri, start: first.start, end: word.end, newText: '--password-stdin' },
  ];
  return { edits, variable: variable! };
}
