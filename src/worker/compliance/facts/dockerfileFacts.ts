/** What a Dockerfile holds for the rules: itself, the images that it pulls, the commands of its builds. */
import { dockerfileImages } from '../documents/dockerfile/pulledImages';
import { runScripts } from '../documents/dockerfile/runShell';
import type { Dockerfile } from '../documents/dockerfile/stages';
import type { Facts } from './facts';

export const dockerfileFacts = (file: Dockerfile) =>
  ({
    dockerfile: [file],
    image: dockerfileImages(file),
    script: runScripts(file),
    problems: file.problems.map(({ place, problem, word }) => ({ place, code: problem, word })),
  }) satisfies Facts;
