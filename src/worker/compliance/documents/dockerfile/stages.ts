/** Stages of a Dockerfile: what ships, which names and variables hold where (facts T1 to T3). */
import type { FilePurpose } from '../../model/filePurpose';
import { interpolate, type Lookup } from '../../model/interpolate';
import { type Place, textValue, UNKNOWN, type Value } from '../../model/value';
import { type DockerInstruction, type DockerText, parseDockerfile, TEMPLATE } from './dockerfile';
import { unquote } from './dockerWords';

export interface Stage {
  index: number;
  name: string | undefined;
  from: DockerInstruction;
  /** What FROM names, variables filled in. */
  image: Value | undefined;
  /** The stage it builds on, when FROM names one. */
  base: Stage | undefined;
  instructions: DockerInstruction[];
}

export interface Dockerfile extends DockerText {
  stages: Stage[];
  /** The stage that ships: the last one unless a target is named. */
  target: Stage | undefined;
  /** The target and the stages it builds on, nearest first. */
  chain: Stage[];
  /** Build arguments that are given from outside. */
  args: Record<string, string | undefined>;
  /** Every stage that the target needs, `COPY --from` included. */
  used: Set<Stage>;
  /** What names the target or gives arguments, in another file. */
  builtAt?: Place;
  /** What it is built for there, where that is nothing deployed. */
  purpose?: FilePurpose;
}

const knownText = (text: string | undefined): string | undefined => (text?.includes(UNKNOWN) ? undefined : text);

/** `target` and `args` are what compose or a build command gives. */
export function readDockerfile(
  uri: string,
  text: string,
  given: { target?: string; args?: Record<string, string | undefined>; base?: number; indent?: number } = {},
): Dockerfile {
  const parsed = parseDockerfile(uri, text, given.base, given.indent);
  const globals = new Map<string, string | undefined>();
  const known: Lookup = (name) => knownText(globals.get(name));
  const stages: Stage[] = [];
  const named = new Map<string, Stage>();
  for (const instruction of parsed.instructions) {
    if (instruction.keyword === 'FROM') {
      const stage = openStage(instruction, stages.length, named, known);
      stages.push(stage);
      if (stage.name !== undefined) named.set(stage.name, stage);
    } else if (stages.length > 0) stages.at(-1)!.instructions.push(instruction);
    else if (instruction.keyword === 'ARG')
      for (const [name, value] of argumentsIn(instruction, given.args ?? {}, known)) globals.set(name, value);
  }
  return { ...parsed, stages, args: given.args ?? {}, ...shipped(stages, given.target) };
}

/** The same file, built up to another stage. */
export const builtUpTo = (file: Dockerfile, target: string | undefined): Dockerfile => ({
  ...file,
  ...shipped(file.stages, target),
});

function shipped(stages: Stage[], named: string | undefined): Pick<Dockerfile, 'target' | 'chain' | 'used'> {
  const wanted = named?.toLowerCase();
  const target = (wanted && stages.findLast((s) => s.name === wanted || String(s.index) === wanted)) || stages.at(-1);
  const chain: Stage[] = [];
  for (let stage = target; stage; stage = stage.base) chain.push(stage);
  return { target, chain, used: usedStages(chain, stages) };
}

/** `before`: the earlier stages by name, the latest of a name. */
function openStage(from: DockerInstruction, index: number, before: ReadonlyMap<string, Stage>, globals: Lookup): Stage {
  const [image, ...rest] = from.words;
  const as = rest.findIndex((w) => w.text.toLowerCase() === 'as');
  const named = as < 0 ? undefined : rest[as + 1]?.text.toLowerCase();
  if (!image || TEMPLATE.test(image.text))
    return { index, name: named, from, image: undefined, base: undefined, instructions: [] };
  const resolved = interpolate(unquote(image.text), globals, '\\');
  const base = before.get(resolved.toLowerCase());
  return {
    index,
    name: named,
    from,
    image: textValue(image.text, resolved, image.place, from.place),
    base,
    instructions: [],
  };
}

/**
 * What an ARG sets, one after the other; undefined for a name alone that nothing is given for.
 * `lookup` is asked for what the earlier ones set.
 */
export function* argumentsIn(
  instruction: DockerInstruction,
  given: Record<string, string | undefined>,
  lookup: Lookup,
): Generator<[name: string, value: string | undefined]> {
  for (const { text } of instruction.words) {
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    if (Object.hasOwn(given, name)) yield [name, given[name] ?? UNKNOWN];
    else yield [name, equals < 0 ? undefined : interpolate(unquote(text.slice(equals + 1)), lookup, '\\')];
  }
}

/** `ENV a=b c=d` and the old `ENV a b`. */
export function environmentOf(instruction: DockerInstruction): [name: string, value: string][] {
  const [first] = instruction.words;
  if (!first) return [];
  if (!first.text.includes('=')) return [[first.text, instruction.args.text.slice(first.text.length).trim()]];
  return instruction.words.flatMap(({ text }): [string, string][] => {
    const equals = text.indexOf('=');
    return equals < 0 ? [] : [[text.slice(0, equals), unquote(text.slice(equals + 1))]];
  });
}

function usedStages(chain: Stage[], stages: Stage[]): Set<Stage> {
  const used = new Set<Stage>();
  const named = new Map<string, Stage[]>();
  for (const stage of stages)
    for (const key of [stage.name, String(stage.index)]) if (key !== undefined) addTo(named, key, stage);
  const queue = [...chain];
  for (let stage = queue.pop(); stage; stage = queue.pop()) {
    if (used.has(stage)) continue;
    used.add(stage);
    if (stage.base) queue.push(stage.base);
    for (const instruction of stage.instructions) {
      for (const flag of instruction.flags) {
        const name =
          flag.name === 'from'
            ? flag.value
            : flag.name === 'mount'
              ? /(?:^|,)from=([^,]+)/.exec(flag.value ?? '')?.[1]
              : undefined;
        const source = name === undefined ? undefined : named.get(name.toLowerCase())?.find((s) => s !== stage);
        if (source) queue.push(source);
      }
    }
  }
  return used;
}

function addTo(named: Map<string, Stage[]>, key: string, stage: Stage): void {
  const before = named.get(key);
  if (before) before.push(stage);
  else named.set(key, [stage]);
}

/** The instruction as written, from its keyword on. */
export const instructionText = ({ text, base }: Dockerfile, { place }: DockerInstruction): string =>
  text.slice(place.start - base, place.end - base);
