/**
 * What a Dockerfile holds for the rules: itself, the images that it pulls, the commands of its
 * builds.
 */
import { copiedFiles } from '../documents/dockerfile/copiedFiles';
import { dockerfileImages } from '../documents/dockerfile/pulledImages';
import { runScripts } from '../documents/dockerfile/runShell';
import type { Dockerfile } from '../documents/dockerfile/stages';
import type { Facts, Problem } from './facts';
import { unreadCommands } from './unreadCommands';

export function dockerfileFacts(file: Dockerfile) {
  const script = runScripts(file);
  const problems: Problem[] = file.problems.map(({ place, problem, word }) => ({ place, code: problem, word }));
  return {
    dockerfile: [file],
    image: dockerfileImages(file),
    script,
    held: copiedFiles(file),
    problems: [...problems, ...unreadCommands(script)],
  } satisfies Facts;
}
