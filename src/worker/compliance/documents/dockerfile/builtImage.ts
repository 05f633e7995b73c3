/** The image that a container runs, seen through the Dockerfile it is built from. */
import type { WorkspaceFiles } from '../../files';
import { getOrMake } from '../../getOrMake';
import type { Container } from '../../model/container';
import type { Value } from '../../model/value';
import { once } from '../../once';
import { builtUpTo, type Dockerfile, readDockerfile } from './stages';

/** Longer ones are data. */
const MAX_CHARACTERS = 1_000_000;
/** Of all Dockerfiles, each counted for all that it is given: no deployment builds as many. */
const MAX_READ = 4_000_000;

/** What was read of a workspace: services share a Dockerfile. */
const readIn = once((_: WorkspaceFiles) => ({ files: new Map<string, Dockerfile | undefined>(), characters: 0 }));

const targetsOf = once((_: Dockerfile) => new Map<string | undefined, Dockerfile>());

/** Undefined when nothing is built, and when the Dockerfile cannot be read. */
export function dockerfileOf({ dockerfile, built }: Container, files: WorkspaceFiles): Dockerfile | undefined {
  if (!built || !dockerfile) return undefined;
  const { uri, target, args } = dockerfile;
  const text = files.text(uri);
  if (typeof text !== 'string' || text.length > MAX_CHARACTERS) return undefined;
  const read = readIn(files);
  const key = JSON.stringify([uri, Object.entries(args)]);
  if (!read.files.has(key)) {
    read.characters += text.length;
    read.files.set(key, read.characters > MAX_READ ? undefined : readDockerfile(uri, text, { args }));
  }
  const file = read.files.get(key);
  return file && getOrMake(targetsOf(file), target, () => builtUpTo(file, target));
}

/** What the container runs: the image it names, or the one that its own is built on. */
export const baseImageOf = (container: Container, files: WorkspaceFiles): Value | undefined =>
  container.built ? dockerfileOf(container, files)?.chain.at(-1)?.image : container.image;
