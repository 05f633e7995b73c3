/**
 * Whether pip keeps no cache by its settings: PIP_NO_CACHE_DIR and `pip config set …no-cache-dir`.
 */

import type { DockerInstruction } from '../documents/dockerfile/dockerfile';
import { unquote } from '../documents/dockerfile/dockerWords';
import { type Dockerfile, environmentOf, instructionText } from '../documents/dockerfile/stages';
import type { Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import { outlive, variablesSet } from '../documents/shell/shellVariables';
import { once } from '../once';

const NAME = 'PIP_NO_CACHE_DIR';
const CONFIGURES = /\bpip[\d.]*\s+(?:-\S+\s+)*config\s[^&|;\n]*\bset\s+\S*no-cache-dir\s/;

/**
 * Any value but an empty one switches the cache off, also `no` and `0` (pip `_handle_no_cache_dir`,
 * kept for old settings); a value that is not known counts as one.
 */
const switchesOff = (value: string | undefined): boolean => value !== '';

/**
 * As the command finds it: settings of the image, what its shell did before, what stands in front
 * of it.
 */
export const pipCacheOff = (script: Script, command: ShellCommand): boolean => stateAt(script).get(command) === true;

/** Whether the cache is off at each command of a RUN. */
const stateAt = once(({ run, commands }: Script): ReadonlyMap<ShellCommand, boolean> => {
  const image = run && settingsOf(run.file).findLast(({ at }) => at < run.instruction.place.start);
  const shells = new Map<ShellCommand['script'], { value: string | undefined; exported: boolean }>();
  const off = new Map<ShellCommand, boolean>();
  let configured = false;
  for (const command of commands) {
    const shell = shells.get(command.script) ?? { value: image ? image.value : '', exported: image !== undefined };
    shells.set(command.script, shell);
    const own = variablesSet(command).find(({ name }) => name === NAME);
    off.set(command, configured || (own ? switchesOff(own.known) : shell.exported && switchesOff(shell.value)));
    const [name, ...words] = command.words.map((w) => w.resolved);
    const exports =
      name === 'export' || ((name === 'declare' || name === 'typeset') && words.some((w) => /^-\w*x/.test(w)));
    if (exports && (own || words.includes(NAME))) shell.exported = true;
    if (name === 'unset' && words.includes(NAME)) shell.exported = false;
    if (own && outlive(command)) shell.value = own.known;
    configured ||= CONFIGURES.test(`${[name, ...words].join(' ')} `.slice(0, 500));
  }
  return off;
});

interface Setting {
  /** Where the instruction begins. */
  at: number;
  /** Undefined when it cannot be known. */
  value: string | undefined;
}

/** What the shipped chain says of it, in file order. */
const settingsOf = once((file: Dockerfile): Setting[] =>
  file.chain.flatMap((s) => s.instructions.flatMap((i) => settingIn(file, i))).sort((a, b) => a.at - b.at),
);

function settingIn(file: Dockerfile, instruction: DockerInstruction): Setting[] {
  const { keyword, args, words, place } = instruction;
  const at = place.start;
  if (keyword === 'RUN')
    return CONFIGURES.test(instructionText(file, instruction).slice(0, 20_000)) ? [{ at, value: 'true' }] : [];
  if ((keyword !== 'ENV' && keyword !== 'ARG') || !args.text.includes(NAME)) return [];
  const pairs =
    keyword === 'ENV'
      ? environmentOf(instruction)
      : words.map(({ text }) => [text.split('=', 1)[0]!, unquote(text.split('=').slice(1).join('='))]);
  return pairs.flatMap(([name, value]) => {
    if (name !== NAME) return [];
    const bare = unquote(value ?? '');
    return [{ at, value: bare.includes('$') || (keyword === 'ARG' && bare === '') ? undefined : bare }];
  });
}
