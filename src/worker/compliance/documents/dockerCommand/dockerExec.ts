/**
 * `docker|podman|nerdctl exec`, and `exec` and `run` of compose: a command in a container that may
 * ask for a user and for rights of its own.
 */

import type { ShellCommand, ShellWord } from '../shell/shellTypes';
import type { WordTail } from './dockerRunLine';
import { ENGINES, GLOBAL_VALUED } from './dockerRunOptions';

export interface ExecLine {
  user: WordTail | undefined;
  /** The word `--privileged`, when it is on. */
  privileged: ShellWord | undefined;
  /** What runs in the container. */
  command: ShellWord[];
}

const COMPOSE_VALUED = new Set(
  '-f --file -p --project-name --profile --env-file --project-directory --ansi --parallel --progress -H --host -c --context'.split(
    ' ',
  ),
);
/** Options of the subcommands that take the next word. */
const VALUED = new Set(
  `-e --env --env-file -w --workdir --detach-keys --cidfile --preserve-fds --preserve-fd --index
   -l --label --name --entrypoint -p --publish -v --volume --cap-add --cap-drop --pull`.split(/\s+/),
);

/** Undefined when the command runs nothing in a container. */
export function readExecLine({ name, words }: ShellCommand): ExecLine | undefined {
  const tool = /^(docker|podman)-compose$/.test(name) ? 'compose' : ENGINES.has(name) ? 'engine' : undefined;
  if (!tool) return undefined;
  let at = tool === 'compose' ? skip(words, 1, COMPOSE_VALUED) : skip(words, 1, GLOBAL_VALUED);
  const compose = tool === 'compose' || words[at]?.known === 'compose';
  if (tool === 'engine' && compose) at = skip(words, at + 1, COMPOSE_VALUED);
  else if (words[at]?.known === 'container') at++;
  const verb = words[at]?.known;
  if (verb !== 'exec' && !(compose && verb === 'run')) return undefined;
  return readOptions(words, at + 1);
}

function skip(words: readonly ShellWord[], from: number, valued: ReadonlySet<string>): number {
  let at = from;
  while (words[at]?.resolved.startsWith('-')) at += valued.has(words[at]!.resolved) ? 2 : 1;
  return at;
}

function readOptions(words: readonly ShellWord[], from: number): ExecLine {
  const line: ExecLine = { user: undefined, privileged: undefined, command: [] };
  let at = from;
  for (; at < words.length; at++) {
    const word = words[at]!;
    const text = word.resolved;
    if (!text.startsWith('-') || text === '--') break;
    const short = /^-[ditT]*u=?/.exec(text)?.[0];
    if (text === '--privileged' || /^--privileged=(true|1|t)$/i.test(text)) line.privileged = word;
    else if (text.startsWith('--user=')) line.user = { word, from: '--user='.length };
    else if (text === '--user' || text === short) line.user = words[++at] && { word: words[at]!, from: 0 };
    else if (short) line.user = { word, from: short.length };
    else if (VALUED.has(text)) at++;
  }
  // The first word behind the options is the container.
  line.command = words.slice(words[at]?.resolved === '--' ? at + 2 : at + 1);
  return line;
}
