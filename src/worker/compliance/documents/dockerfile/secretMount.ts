/**
 * Rewrites a Dockerfile so that a secret comes by `RUN --mount=type=secret,id=NAME,env=NAME`
 * (Dockerfile syntax 1.10, moby/buildkit #5215).
 */
import type { Edit } from '../../model/value';
import type { Script } from '../shell/script';
import type { ShellCommand } from '../shell/shellTypes';
import type { ShellVariable } from '../shell/shellVariables';
import type { DockerInstruction } from './dockerfile';
import { type Dockerfile, instructionText, type Stage } from './stages';
import { knowsSyntax } from './syntaxVersion';

/** The mount in front of a RUN; empty when it has it. Undefined where it cannot be written. */
function mountEdits(
  file: Dockerfile,
  { keyword, flags, words, place }: DockerInstruction,
  name: string,
): Edit[] | undefined {
  const first = flags[0]?.place ?? words[0]?.place;
  if (keyword !== 'RUN' || !first || file.indent > 0 || !knowsSyntax(file, 10)) return undefined;
  const has = flags.some(
    (f) => f.name === 'mount' && f.value !== undefined && f.value.split(',').includes(`env=${name}`),
  );
  const newText = `--mount=type=secret,id=${name},env=${name} `;
  return has ? [] : [{ uri: place.uri, start: first.start, end: first.start, newText }];
}

/** `NAME=literal` in a RUN → `NAME="$NAME"`, with the mount that sets it. */
export function mountedVariable(
  { run }: Script,
  { excerpt }: ShellCommand,
  variable: ShellVariable,
): Edit[] | undefined {
  const { name, place, whole } = variable;
  if (!run || !whole) return undefined;
  const newText = `"$${name}"`;
  const mount = mountEdits(run.file, run.instruction, name);
  return mount && excerpt.write(newText) === newText ? [...mount, { uri: run.file.uri, ...place, newText }] : undefined;
}

/** Files that take the value into the layer, where a mount would not keep it out. */
const STORES = />>?\s*(?!\/dev\/null|&)\S|\bconfig\b|\btee\b|\bsed\b[^|;&]*\s-i|\benvsubst\b/;

/** Looking for every use of every name takes time that grows with the square of the length. */
const MAX_INSTRUCTIONS = 500;

/**
 * `ARG NAME` → a mount on every later RUN of the stage that names it; undefined when anything else
 * uses it, or a RUN writes it down.
 */
export function mountedArgument(file: Dockerfile, outer: DockerInstruction, name: string): Edit[] | undefined {
  const stage = file.stages.find((s) => s.instructions.includes(outer));
  if (!stage || outer.trigger || outer.keyword !== 'ARG' || outer.words.length !== 1) return undefined;
  if (!/^\w+$/.test(name) || file.instructions.length > MAX_INSTRUCTIONS) return undefined;
  const names = new RegExp(`\\b${name}\\b`);
  const users = file.instructions.filter((i) => i !== outer && names.test(instructionText(file, i)));
  const later = new Set(stage.instructions.slice(stage.instructions.indexOf(outer) + 1));
  const elsewhere = (i: DockerInstruction) => !later.has(i) && !isOtherStages(file, stage, i);
  const own = users.filter((i) => later.has(i));
  if (
    own.length === 0 ||
    users.some(elsewhere) ||
    own.some((i) => i.keyword !== 'RUN' || STORES.test(instructionText(file, i)))
  )
    return undefined;
  const edits = own.map((run) => mountEdits(file, run, name));
  return edits.every((e) => e !== undefined) ? [...lineOf(file, outer), ...edits.flat()] : undefined;
}

/** In a stage that does not build on this one, so that it must have an ARG of its own. */
function isOtherStages({ stages }: Dockerfile, stage: Stage, instruction: DockerInstruction): boolean {
  const other = stages.find((s) => s.instructions.includes(instruction));
  for (let s = other; s; s = s.base) if (s === stage) return false;
  return other !== undefined;
}

/** The instruction with its line break. */
function lineOf({ text, base }: Dockerfile, { place }: DockerInstruction): Edit[] {
  const br = /^[ \t]*\r?\n/.exec(text.slice(place.end - base, place.end - base + 100))?.[0].length ?? 0;
  return [{ ...place, end: place.end + br, newText: '' }];
}
