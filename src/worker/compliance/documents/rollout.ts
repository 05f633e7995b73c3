/** Run lines of a deployment, told from those of a job for itself. */
import { ENGINES } from './dockerRunOptions';
import type { ShellCommand } from './shellTypes';
import { commandName } from './shellWrappers';

/** The container before it was taken away, or this one runs on another host. `commands`: all of the document. */
export function isRollout(commands: readonly ShellCommand[], command: ShellCommand): boolean {
  const isRemoval = ({ words }: ShellCommand) =>
    ENGINES.has(commandName(words[0]) ?? '') && words.slice(1, 3).some((w) => w.known === 'stop' || w.known === 'rm');
  return (
    command.script.some((c) => c.start < command.start && isRemoval(c)) ||
    commands.some((c) => c.wrappers.some((w) => w.known === 'ssh') && c.start <= command.start && command.end <= c.end)
  );
}
