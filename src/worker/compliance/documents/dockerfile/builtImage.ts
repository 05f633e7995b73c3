/** The image that a container runs, seen through the Dockerfile it is built from. */
import type { WorkspaceFiles } from '../../files';
import type { Container } from '../../model/container';
import type { Value } from '../../model/value';
import { type Dockerfile, readDockerfile } from './stages';

const known = new WeakMap<Container, { files: WorkspaceFiles; file: Dockerfile | undefined }>();

/** Undefined when nothing is built, and when the Dockerfile cannot be read. */
export function dockerfileOf(container: Container, files: WorkspaceFiles): Dockerfile | undefined {
  const before = known.get(container);
  if (before?.files === files) return before.file;
  const { dockerfile, built } = container;
  const text = built && dockerfile ? files.text(dockerfile.uri) : undefined;
  const file =
    typeof text === 'string' && text.length <= 1_000_000
      ? readDockerfile(dockerfile!.uri, text, dockerfile)
      : undefined;
  known.set(container, { files, file });
  return file;
}

/** What the container runs: the image it names, or the one that its own is built on. */
export const baseImageOf = (container: Container, files: WorkspaceFiles): Value | undefined =>
  container.built ? dockerfileOf(container, files)?.chain.at(-1)?.image : container.image;
