/** Who builds an image from a Dockerfile: services of compose files, commands, steps of pipelines. */
import { type CiAction, inputOf, readFlow } from '../documents/ci/ciFlow';
import { type BuildCommand, readBuildCommand } from '../documents/dockerCommand/buildCommand';
import type { Script } from '../documents/shell/script';
import type { ShellCommand } from '../documents/shell/shellTypes';
import type { Container } from '../model/container';
import { type Place, placeIn, UNKNOWN } from '../model/value';
import { once } from '../once';
import { imageAction } from './imageCommand';

export interface ImageBuild {
  /** The Dockerfile's address, or its path from a folder around the file that builds it. */
  dockerfile: { uri: string } | { path: string };
  target: string | undefined;
  /** Undefined: given, but not told by the files. */
  args: Record<string, string | undefined>;
  /** What says so. */
  place: Place;
  /** The image is run where it is built: a service. */
  isRun: boolean;
}

/** In the text of what builds. */
export const BUILDS = /\b(?:build|bud|executor)\b/;

export const buildOfContainer = ({ dockerfile, anchor }: Container): ImageBuild[] =>
  dockerfile ? [{ ...dockerfile, dockerfile: { uri: dockerfile.uri }, place: anchor, isRun: true }] : [];

export const buildsOfScript = once((script: Script): ImageBuild[] => {
  if (!BUILDS.test(script.text)) return [];
  const folders = new Map<readonly ShellCommand[], string>();
  const ofCommands = script.commands.flatMap((command): ImageBuild[] => {
    if (command.name === 'cd') folders.set(command.script, command.words[1]?.known ?? '.');
    const action = imageAction(command);
    if (action?.action !== 'build' || action.words.at(-1)?.resolved === 'bake') return [];
    const told = readBuildCommand(command, action.words.length);
    return asBuild(told, folders.get(command.script) ?? '.', placeIn(script, command));
  });
  const actions = script.pipeline?.root ? readFlow(script.pipeline.root).actions.filter(builds) : [];
  return [
    ...ofCommands,
    ...actions.flatMap((action) => {
      const text = (name: string) => inputOf(action, name)?.text.replace(TEMPLATE, UNKNOWN);
      const args = (text('build-args') ?? '').split('\n').flatMap((line) => line.trim() || []);
      const given = { file: text('file'), context: text('context'), target: text('target') || undefined, args };
      return asBuild(given, '.', action.value.place);
    }),
  ];
});

const TEMPLATE = /\$\{\{[^}$]*\}\}/g;

/** `docker/build-push-action` and what is called like it. */
const builds = ({ name }: CiAction): boolean => /(?:^|[/-])build-(?:and-)?push(?:-|$)/.test(name);

function asBuild({ file, context = '.', target, args }: BuildCommand, folder: string, place: Place): ImageBuild[] {
  const path = fromTop(file ?? `${context.replace(/\/$/, '')}/Dockerfile`);
  if (`${path}${folder}`.includes(UNKNOWN)) return [];
  return [
    {
      dockerfile: { path: `${folder}/${path}` },
      target: target?.includes(UNKNOWN) ? undefined : target,
      args: Object.fromEntries(args.flatMap(argument)),
      place,
      isRun: false,
    },
  ];
}

/**
 * What variables in front of a path name is mostly the top of the repository, which is looked for;
 * kaniko names the kind of a context there.
 */
const fromTop = (path: string): string =>
  path.replace(/^(?:dir:\/\/)?\ufffc?\//, (front) => (front === '/' ? '/' : './'));

/** A name alone, which the environment may not have, leaves the default as it is. */
function argument(text: string): [string, string | undefined][] {
  const equals = text.indexOf('=');
  const value = text.slice(equals + 1);
  return equals < 0 ? [] : [[text.slice(0, equals), value.includes(UNKNOWN) ? undefined : value]];
}
