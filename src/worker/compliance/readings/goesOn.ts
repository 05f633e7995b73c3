/** Whether a script runs on after a command has failed (POSIX 2.8.1, `set -e`). */
import type { Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import { once } from '../once';

/** Its outcome is asked for, in front of it or behind. */
const ASKED = /(?:^|[\s;(&|])(?:if|elif|while|until|!)\s+(?:\S+\s+){0,4}$/;
const OUTCOME = /\$\?|\bPIPESTATUS\b/;
/** Characters that are looked at on either side. */
const NEAR = 200;

/** Only of files that are scripts: what others hold is run by who has an own mind about failures. */
export function goesOn(script: Script, command: ShellCommand): boolean {
  const { kind, text } = script;
  const { start, end, after, conditional, within } = command;
  if (kind !== 'shell' || conditional || within !== 'script' || /^(?:&&|\|\||\||)$/.test(after)) return false;
  const line = text
    .slice(Math.max(0, start - NEAR), start)
    .split('\n')
    .at(-1)!;
  return !stopsAtFailure(script) && !ASKED.test(line) && !OUTCOME.test(text.slice(end, end + NEAR));
}

/** `set -e`, `set -o errexit`, `#!/bin/sh -e`, or traps that end it. */
const stopsAtFailure = once(
  ({ text, commands }: Script): boolean =>
    /^#![^\n]*\s-\w*e/.test(text) ||
    commands.some(
      ({ name, words }) =>
        (name === 'set' && words.some(({ resolved }) => /^-[a-z]*e|^errexit$/.test(resolved))) ||
        (name === 'trap' && words.some(({ resolved }) => resolved === 'ERR')),
    ),
);
