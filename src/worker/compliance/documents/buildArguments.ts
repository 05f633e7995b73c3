/** Build arguments handed to a Dockerfile from outside: `docker build --build-arg NAME=value`, `build-args:` of a CI action. */
import { type Place, UNKNOWN } from '../model/value';
import { readFlow } from './ciFlow';
import { readRunLine } from './dockerRunLine';
import { placeIn, type Script } from './script';
import { child } from './yaml';
import { scalarExcerpt } from './yamlExcerpt';

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

export function buildArguments(script: Script): BuildArgument[] {
  return [...ofCommands(script), ...ofActions(script)];
}

/** The option is telling enough: docker, podman, buildah, compose, kaniko, `az acr build` all call it so. */
function ofCommands(script: Script): BuildArgument[] {
  return script.commands.flatMap((command) => {
    if (/^(echo|printf)$/.test(command.words[0]?.resolved ?? '') || readRunLine(command)) return [];
    return command.words.flatMap((word, i) => {
      const follows = command.words[i - 1]?.resolved === OPTION;
      const from = follows ? 0 : OPTION.length + 1;
      if (!(follows || word.resolved.startsWith(`${OPTION}=`))) return [];
      return argumentOf(word.resolved.slice(from), placeIn(script, follows ? word : word.placeOf(from, word.resolved.length)));
    });
  });
}

/** Inputs named `build-args` of whatever action: one argument on a line. */
function ofActions({ pipeline, text, uri }: Script): BuildArgument[] {
  if (!pipeline?.root || !text.includes('build-args')) return [];
  return readFlow(pipeline.root).actions.flatMap(({ inputs }) => {
    const input = child(inputs, 'build-args');
    if (input?.kind !== 'scalar') return [];
    const excerpt = scalarExcerpt(text, input);
    return [...excerpt.text.matchAll(/[^\n]+/g)].flatMap((line) => {
      const written = line[0].trim();
      const start = line.index + line[0].indexOf(written);
      return argumentOf(written, { uri, ...excerpt.place(start, start + written.length) });
    });
  });
}

function argumentOf(text: string, place: Place): BuildArgument[] {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  if (!/^["']?[A-Za-z_]\w*$/.test(name)) return [];
  const value = equals < 0 ? undefined : text.slice(equals + 1);
  return [
    { name: name.replace(/^["']/, ''), value, variable: value !== undefined && (value.includes(UNKNOWN) || /\$|\{\{/.test(value)), place },
  ];
}
