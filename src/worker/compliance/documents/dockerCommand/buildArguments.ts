/**
 * Build arguments handed to a Dockerfile from outside: `docker build --build-arg NAME=value`,
 * `buildx bake --set *.args.NAME=value`, inputs of CI steps.
 */
import { type Place, placeIn, UNKNOWN } from '../../model/value';
import { once } from '../../once';
import { ciInputs, ciVariables } from '../ci/ciVariables';
import { jenkinsBuildOptions } from '../ci/jenkinsfile';
import type { Script } from '../shell/script';
import { parseShell } from '../shell/shell';
import type { ShellCommand } from '../shell/shellTypes';
import type { Excerpt } from '../text/excerpt';
import { scalarExcerpt } from '../yaml/yamlExcerpt';
import { readRunLine } from './dockerRunLine';

export interface BuildArgument {
  name: string;
  /** Undefined: taken from the environment of the build. */
  value: string | undefined;
  /** The value holds a variable or a template expression. */
  variable: boolean;
  /** Name and value. */
  place: Place;
}

const OPTION = '--build-arg';
/** Behind `--set` of `buildx bake`: target, `args`, then the argument. */
const OVERRIDE = /^["']?[\w.*-]+\.args\.(?=\w)/;
/** What actions call the input with an argument on each line. */
const LISTS = new Set(['build-args', 'build_args', 'buildargs', 'build-arg', 'set']);

/** Every one of a script, in its order; those of inputs behind those of commands. */
export const buildArguments = once((script: Script): readonly BuildArgument[] =>
  [...script.commands, ...optionTexts(script).flatMap((excerpt) => parseShell(excerpt))]
    .flatMap((command) => ofCommand(script, command))
    .concat(ofInputs(script)),
);

/**
 * The option is telling enough: docker, podman, buildah, compose, kaniko, `az acr build` all call
 * it so.
 */
function ofCommand(script: Script, command: ShellCommand): BuildArgument[] {
  const { words } = command;
  const out: BuildArgument[] = [];
  let bakes: boolean | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const text = word.resolved;
    const before = words[i - 1]?.resolved;
    const isOverride = text.startsWith('--set=') || before === '--set';
    if (isOverride) bakes ??= words.some((w) => w.resolved === 'bake');
    const from =
      before === OPTION
        ? 0
        : text.startsWith(`${OPTION}=`)
          ? OPTION.length + 1
          : isOverride && bakes
            ? overrideLength(text)
            : -1;
    if (from < 0) continue;
    out.push(...argumentOf(text.slice(from), placeIn(script, from === 0 ? word : word.placeOf(from, text.length))));
  }
  return out.length === 0 || /^(echo|printf)$/.test(words[0]!.resolved) || readRunLine(command) ? [] : out;
}

function overrideLength(text: string): number {
  const front = text.startsWith('--set=') ? '--set='.length : 0;
  const match = OVERRIDE.exec(text.slice(front));
  return match ? front + match[0].length : -1;
}

/**
 * Texts that hold options of a build: the second argument of `docker.build` in a Jenkinsfile,
 * inputs and variables of a pipeline.
 */
function optionTexts(script: Script): Excerpt[] {
  if (!(script.groovy || script.pipeline) || !script.text.includes(OPTION)) return [];
  if (script.groovy) return jenkinsBuildOptions(script.groovy);
  return [...ciInputs(script), ...ciVariables(script)].flatMap(({ value }) =>
    value.text.includes(OPTION) ? [scalarExcerpt(script.text, value)] : [],
  );
}

/** One argument on a line. */
function ofInputs(script: Script): BuildArgument[] {
  if (!script.pipeline?.root || !/build.?arg|\.args\./.test(script.text)) return [];
  const { text, uri } = script;
  return ciInputs(script).flatMap(({ name, value }) => {
    if (!LISTS.has(name) || value.text.includes(OPTION)) return [];
    const excerpt = scalarExcerpt(text, value);
    return [...excerpt.text.matchAll(/[^\n]+/g)].flatMap((line) => {
      const written = line[0].trim();
      const front = name === 'set' ? (OVERRIDE.exec(written)?.[0].length ?? -1) : 0;
      const start = line.index + line[0].indexOf(written) + front;
      return front < 0
        ? []
        : argumentOf(written.slice(front), { uri, ...excerpt.place(start, start + written.length - front) });
    });
  });
}

function argumentOf(text: string, place: Place): BuildArgument[] {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  if (!/^["']?[A-Za-z_]\w*$/.test(name)) return [];
  const value = equals < 0 ? undefined : text.slice(equals + 1);
  return [
    {
      name: name.replace(/^["']/, ''),
      value,
      variable: value !== undefined && (value.includes(UNKNOWN) || /\$|\{\{/.test(value)),
      place,
    },
  ];
}
