/**
 * Which variables hold where in a Dockerfile (facts T1 to T3), worked out once for all
 * instructions.
 */
import { interpolate, type Lookup } from '../../model/interpolate';
import { UNKNOWN } from '../../model/value';
import { once } from '../../once';
import { type PersistentMap, persistentMap } from '../../persistentMap';
import type { DockerInstruction } from './dockerfile';
import { argumentsIn, type Dockerfile, environmentOf, type Stage } from './stages';

/** Null: set to something that the file does not tell. */
type Variables = PersistentMap<string | null>;

interface Scope {
  environment: Variables;
  args: Variables;
}

/**
 * Of all values that an instruction could be given; each may take its share: what doubles from line
 * to line, or is handed on thousands of times, would fill the memory.
 */
const MAX_CHARACTERS = 8_000_000;

type Scopes = ReadonlyMap<DockerInstruction | Stage, Scope>;

/** The same whichever stage is built. */
const held = once((_: readonly Stage[]): { scopes?: Scopes } => ({}));

/** What holds before an instruction, and at the end of a stage. */
const scopesIn = (file: Dockerfile): Scopes => (held(file.stages).scopes ??= readScopes(file));

function readScopes(file: Dockerfile): Scopes {
  const longest = MAX_CHARACTERS / file.instructions.length;
  const scopes = new Map<DockerInstruction | Stage, Scope>();
  const none: Variables = persistentMap();
  const told = (value: string | undefined): string | null =>
    value === undefined || value.includes(UNKNOWN) || value.length > longest ? null : value;
  const declared = (before: Variables, instruction: DockerInstruction, globals: Variables): Variables => {
    let args = before;
    for (const [name, value] of argumentsIn(instruction, file.args, (v) => args.get(v) ?? undefined))
      args = args.with(name, told(value ?? globals.get(name) ?? undefined));
    return args;
  };
  let globals = none;
  for (const instruction of file.instructions) {
    if (instruction.keyword === 'FROM') break;
    if (instruction.keyword === 'ARG') globals = declared(globals, instruction, none);
  }
  for (const stage of file.stages) {
    let { environment, args }: Scope = {
      environment: (stage.base && scopes.get(stage.base)?.environment) ?? none,
      args: none,
    };
    const lookup: Lookup = (v) => environment.get(v) ?? args.get(v) ?? undefined;
    for (const instruction of stage.instructions) {
      scopes.set(instruction, { environment, args });
      if (instruction.keyword === 'ARG') args = declared(args, instruction, globals);
      if (instruction.keyword === 'ENV')
        for (const [name, value] of environmentOf(instruction))
          environment = environment.with(name, told(interpolate(value, lookup, '\\')));
    }
    scopes.set(stage, { environment, args });
  }
  return scopes;
}

/** Variables as they stand before `until` (or at the stage's end). */
export function scopeOf(file: Dockerfile, stage: Stage, until?: DockerInstruction): Lookup {
  const scopes = scopesIn(file);
  const scope = scopes.get(until ?? stage) ?? scopes.get(stage);
  return (name) => {
    const set = scope?.environment.get(name);
    return (set === undefined ? scope?.args.get(name) : set) ?? undefined;
  };
}
