/** Run lines of a deployment, told from those of a job for itself. */

import { once } from '../../once';
import type { ShellCommand } from '../shell/shellTypes';
import { ENGINES } from './dockerRunOptions';

/**
 * The container before it was taken away, or this one runs on another host. `commands`: all of the
 * document.
 */
export function isRollout(commands: readonly ShellCommand[], command: ShellCommand): boolean {
  return (
    firstRemoval(command.script) < command.start ||
    overSsh(commands).some((c) => c.start <= command.start && command.end <= c.end)
  );
}

const firstRemoval = once((script: readonly ShellCommand[]): number =>
  script.filter(isRemoval).reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY),
);

const isRemoval = ({ name, words }: ShellCommand): boolean =>
  ENGINES.has(name) && words.slice(1, 3).some((w) => w.known === 'stop' || w.known === 'rm');

const overSsh = once((commands: readonly ShellCommand[]) =>
  commands.filter((c) => c.wrappers.some((w) => w.known === 'ssh')),
);
