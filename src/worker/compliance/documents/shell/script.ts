/** All commands of a file that holds shell text, as the rules of kind `shell` see them. */
import type { Kind } from '../../../protocol/fileKinds';
import { lastAtOrBefore } from '../../lastAtOrBefore';
import type { Place } from '../../model/value';
import { once } from '../../once';
import type { CiPipeline } from '../ci/ciYaml';
import type { GroovyText } from '../ci/groovy';
import type { CronEntry } from '../crontab';
import type { DockerInstruction } from '../dockerfile/dockerfile';
import type { Dockerfile } from '../dockerfile/stages';
import type { ShellCommand, ShellWord } from './shellTypes';

export interface Script {
  uri: string;
  kind: Kind;
  /** The whole document. */
  text: string;
  /** In document order. */
  commands: ShellCommand[];
  /** The pipeline of a CI file. */
  pipeline: CiPipeline | undefined;
  /** The source of a Jenkinsfile. */
  groovy?: GroovyText;
  /** What the file itself sets beside its commands, by name. */
  variables?: () => Iterable<[string, Place]>;
  /** When the commands of a crontab run. */
  schedule?: CronEntry[];
  /** The compose service whose command or healthcheck it is. */
  service?: string;
  /** The RUN instruction it is, in a Dockerfile, and the instruction behind it in the stage. */
  run?: { file: Dockerfile; instruction: DockerInstruction; ships: boolean; next: DockerInstruction | undefined };
}

/** From the first of some words to the last: a command without its wrappers and redirections. */
export const placeOfWords = ({ uri }: Script, words: readonly ShellWord[]): Place => ({
  uri,
  start: words[0]!.start,
  end: words.at(-1)!.end,
});

/** In a function, a branch or a trap: when it runs cannot be told. */
export function isDeferred(script: Script, command: ShellCommand): boolean {
  if (command.conditional || command.within !== 'argument') return command.conditional;
  const { traps, starts } = trapsIn(script);
  const trap = traps[lastAtOrBefore(starts, command.start)];
  return trap !== undefined && trap.start <= command.start && command.end <= trap.end;
}

/** The outer ones, one behind the other. */
const trapsIn = once(({ commands }: Script) => {
  const traps: ShellCommand[] = [];
  const all = commands.filter(({ name }) => name === 'trap').sort((a, b) => a.start - b.start);
  for (const trap of all) if (trap.start >= (traps.at(-1)?.end ?? 0)) traps.push(trap);
  return { traps, starts: traps.map(({ start }) => start) };
});
