/**
 * A password that a command writes for the next one to read: `echo user:pw | chpasswd`, `chpasswd
 * <<< user:pw`.
 */
import type { Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import { commandName } from '../documents/shell/shellWrappers';

export interface PipedSecret {
  /** Name of the command that reads it. */
  reader: string;
  /** The word that holds it; undefined when it comes from elsewhere (`cat file`). */
  word: ShellWord | undefined;
  /** Without the account and colon in front. */
  secret: string;
  command: ShellCommand;
}

/** One per command that reads a password from its standard input. */
export function pipedSecrets(script: Script): PipedSecret[] {
  return script.commands.flatMap((command): PipedSecret[] => {
    const reader = readerOf(command);
    if (reader === undefined) return [];
    const word = command.redirects.find((r) => r.operator === '<<<')?.target ?? echoed(writerOf(command));
    const text = word?.resolved ?? '';
    const secret = reader === 'chpasswd' ? text.slice(text.indexOf(':') + 1) : text;
    return [{ reader, word, secret: secret.replace(/\\n$/, ''), command }];
  });
}

/** The command in front of `|`. */
const writerOf = (command: ShellCommand): ShellCommand | undefined =>
  command.before === '|' ? command.pipeline[command.pipeline.indexOf(command) - 1] : undefined;

function readerOf({ name, words, wrappers }: ShellCommand): string | undefined {
  const has = (text: string) => words.some((w) => w.resolved === text);
  if (name === 'chpasswd') return name;
  if (name === 'passwd' && has('--stdin')) return name;
  if (name === 'docker' && words.at(-1)!.resolved === '-' && has('secret') && has('create'))
    return 'docker secret create';
  if (name !== '' && has('--password-stdin')) return `${name} --password-stdin`;
  if (wrappers.length === 0) return undefined;
  const sudo = wrappers.findIndex((w) => commandName(w) === 'sudo');
  return sudo >= 0 && wrappers.slice(sudo).some((w) => /^-[A-Za-z]*S[A-Za-z]*$|^--stdin$/.test(w.resolved))
    ? 'sudo -S'
    : undefined;
}

/** What `echo` and `printf` print, when it is one word. */
function echoed(command: ShellCommand | undefined): ShellWord | undefined {
  if (command?.name !== 'echo' && command?.name !== 'printf') return undefined;
  const rest = command.words.slice(1).filter((w) => !/^(-[neE]+|--)$/.test(w.resolved));
  const printed = command.name === 'printf' && rest[0]?.resolved.includes('%') ? rest.slice(1) : rest;
  return printed.length === 1 ? printed[0] : undefined;
}
