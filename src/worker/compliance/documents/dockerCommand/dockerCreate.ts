/** What a script makes itself by `docker volume create` and `docker network create`. */
import type { ShellCommand, ShellWord } from '../shell/shellTypes';
import { skipGlobals } from './dockerRunLine';
import { ENGINES } from './dockerRunOptions';

export interface Created {
  name: string;
  /** The word `create`. */
  verb: ShellWord;
  /** In order, with their dashes; the value is empty where a flag has none. */
  options: { option: string; value: string }[];
}

const OPTION = /^(--?[a-z][a-z\d-]*)(?:=(.*))?$/s;

/**
 * Undefined for another command, and for a name that is not known.
 * @param flags the options without a value
 */
export function createdBy(
  { name: program, words }: ShellCommand,
  kind: 'volume' | 'network',
  flags: ReadonlySet<string>,
): Created | undefined {
  if (!ENGINES.has(program)) return undefined;
  const at = skipGlobals(words, 1);
  const verb = words[at + 1];
  if (words[at]?.known !== kind || verb?.known !== 'create') return undefined;
  const options: Created['options'] = [];
  let name: string | undefined;
  for (let i = at + 2; i < words.length; i++) {
    const [, option, inline] = OPTION.exec(words[i]!.resolved) ?? [];
    if (option === undefined) name ??= words[i]!.known;
    else {
      const value = inline ?? (flags.has(option) ? '' : (words[++i]?.resolved ?? ''));
      options.push({ option, value });
      if (option === '--name') name = value;
    }
  }
  return name === undefined ? undefined : { name, verb, options };
}
