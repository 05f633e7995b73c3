/**
 * What the services of a compose file run: `entrypoint` with `command`, and `healthcheck.test`, as
 * commands with exact places.
 */
import type { Container } from '../../model/container';
import type { Value } from '../../model/value';
import type { Script } from '../shell/script';
import { parseShell, unreadCommand } from '../shell/shell';
import type { ShellCommand } from '../shell/shellTypes';
import { concatenated, type Excerpt, rewritten } from '../text/excerpt';
import { composeText } from './composeText';

/** Longer ones are not read: thousands of services may share one. */
const MAX_CHARACTERS = 200_000;

/** One script per service and key; values that come from another file are left to that file. */
export function serviceScripts(uri: string, text: string, containers: readonly Container[]): Script[] {
  return containers.flatMap(({ name, entrypoint, command, healthcheck }) => {
    const lines = [commandLine(uri, text, [...entrypoint, ...command]), testLine(uri, text, healthcheck?.words ?? [])];
    return lines.flatMap((commands): Script[] =>
      commands ? [{ uri, kind: 'compose', text, commands, pipeline: undefined, service: name }] : [],
    );
  });
}

const readLine = (excerpt: Excerpt): ShellCommand[] =>
  excerpt.text.length > MAX_CHARACTERS ? [unreadCommand(excerpt, 'TOO_LONG')] : parseShell(excerpt);

function commandLine(uri: string, text: string, values: readonly Value[]): ShellCommand[] | undefined {
  const [first] = values;
  if (!first || values.some(({ place }) => place.uri !== uri)) return undefined;
  if (values.reduce((length, { raw }) => length + raw.length, 0) > MAX_CHARACTERS)
    return [unreadCommand(composeText(text, first.place), 'TOO_LONG')];
  return readLine(
    concatenated(
      values.map((value) => (isText(value) ? composeText(text, value.place) : oneWord(text, value))),
      ' ',
    ),
  );
}

/** `CMD` is followed by words, `CMD-SHELL` by shell text. */
function testLine(uri: string, text: string, values: readonly Value[]): ShellCommand[] | undefined {
  const [first, second] = values;
  if (first?.known === 'CMD-SHELL')
    return second?.place.uri === uri ? readLine(composeText(text, second.place)) : undefined;
  return commandLine(uri, text, first?.known === 'CMD' ? values.slice(1) : values);
}

/** A scalar behind the key, split as a shell would; the items of a list are words as they stand. */
const isText = ({ place, entry }: Value): boolean => entry.start !== place.start;

function oneWord(text: string, value: Value): Excerpt {
  const inner = rewritten(composeText(text, value.place), /'/g, () => "'\\''");
  const { start, end } = value.place;
  const { length } = inner.text;
  return {
    text: `'${inner.text}'`,
    place: (from, to) => {
      const span = inner.place(Math.max(0, from - 1), Math.min(length, to - 1));
      return { start: from === 0 ? start : span.start, end: to > length + 1 ? end : span.end };
    },
    write: () => undefined,
  };
}
