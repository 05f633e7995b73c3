/** Whether pip keeps no cache by its settings: PIP_NO_CACHE_DIR and `pip config set …no-cache-dir`. */
import { once } from '../once';
import { type DockerInstruction, unquote } from './dockerfile';
import { type Dockerfile, environmentOf, instructionText } from './dockerStages';
import type { Script } from './script';
import type { ShellCommand } from './shellTypes';
import { outlive, variablesSet } from './shellVariables';

const NAME = 'PIP_NO_CACHE_DIR';
const CONFIGURES = /\bpip[\d.]*\s+(?:-\S+\s+)*config\s[^&|;\n]*\bset\s+\S*no-cache-dir\s/;

/**
 * Any value but an empty one switches the cache off, also `no` and `0` (pip `_handle_no_cache_dir`, kept for old settings);
 * a value that is not known counts as one.
 */
const switchesOff = (value: string | undefined): boolean => value !== '';

/** As the command finds it: settings of the image, what the shell exported before, what stands in front of the command. */
export function pipCacheOff({ run }: Script, command: ShellCommand): boolean {
  const own = variablesSet(command).find(({ name }) => name === NAME);
  if (own) return switchesOff(own.known);
  const image = run && settingsOf(run.file).findLast(({ at }) => at < run.instruction.place.start);
  let value = image?.value ?? '';
  let exported = image !== undefined;
  for (const before of command.script) {
    if (before.start >= command.start) break;
    const [name, ...words] = before.words.map((w) => w.resolved);
    const exports = name === 'export' || ((name === 'declare' || name === 'typeset') && words.some((w) => /^-\w*x/.test(w)));
    if (exports && words.includes(NAME)) exported = true;
    if (name === 'unset' && words.includes(NAME)) exported = false;
    const set = outlive(before) ? variablesSet(before).find((v) => v.name === NAME) : undefined;
    if (!set) continue;
    value = set.known ?? 'unknown';
    exported ||= exports;
  }
  const configured = run && CONFIGURES.test(instructionText(run.file, run.instruction).split(command.words[0]!.raw, 1)[0]!);
  return configured === true || (exported && switchesOff(value));
}

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
  if (keyword === 'RUN') return CONFIGURES.test(instructionText(file, instruction).slice(0, 20_000)) ? [{ at, value: 'true' }] : [];
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
