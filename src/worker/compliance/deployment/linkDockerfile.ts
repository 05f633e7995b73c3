/**
 * A Dockerfile as it is built: a view for every stage that somebody builds, with the arguments that
 * are given; the last stage with the file's own values where nobody does.
 */
import { type Kind, kindRow } from '../../protocol/fileKinds';
import { dockerfileImages } from '../documents/dockerfile/pulledImages';
import { runScripts } from '../documents/dockerfile/runShell';
import { argumentsIn, type Dockerfile, readDockerfile } from '../documents/dockerfile/stages';
import type { Script } from '../documents/shell/script';
import type { Facts } from '../facts/facts';
import type { WorkspaceFiles } from '../files';
import { kindOf } from '../kindOf';
import { isDevelopmentStage } from '../model/developmentFile';
import { type FilePurpose, isForJobs, purposeOf } from '../model/filePurpose';
import type { ImageUse } from '../model/imageUse';
import type { ReadFacts } from '../readFacts';
import type { ImageBuild } from '../readings/imageBuilds';
import type { DocumentFolder } from '../workspaceFolder';
import { buildsOf } from './buildsOf';
import { deploymentOf } from './deployment';

/** More are those of a matrix. */
const MAX_VIEWS = 8;

export function linkDockerfile(
  kind: Kind,
  facts: Facts,
  files: WorkspaceFiles,
  read: ReadFacts,
  around: DocumentFolder,
): Facts {
  const own = kind === 'dockerfile' ? facts.dockerfile?.[0] : undefined;
  if (!own || !mayDiffer(own)) return facts;
  const builds = buildsOf(own.uri, deploymentOf({ uri: own.uri, kind, facts }, files, read), files);
  const views = builds.length > 0 ? viewsOf(own, builds, files, around) : [];
  if (views.length === 0) return facts;
  return { ...facts, dockerfile: views, image: imagesOf(own, views), script: scriptsOf(views) };
}

const mayDiffer = ({ stages, instructions }: Dockerfile): boolean =>
  stages.length > 1 || instructions.some(({ keyword }) => keyword === 'ARG');

/** What is deployed before what is for development and tests; none where all is as nobody builds it. */
function viewsOf(
  own: Dockerfile,
  builds: readonly ImageBuild[],
  files: WorkspaceFiles,
  around: DocumentFolder,
): Dockerfile[] {
  const declared = new Set(
    own.instructions.flatMap((i) =>
      i.keyword === 'ARG' ? [...argumentsIn(i, {}, () => undefined)].map(([n]) => n) : [],
    ),
  );
  const views = new Map<string, { file: Dockerfile; isRun: boolean }>();
  const known = new Map<string, string>();
  for (const { target, args: given, place, isRun } of builds) {
    const args = Object.fromEntries(Object.entries(given).filter(([name]) => declared.has(name)));
    const question = JSON.stringify([target, Object.entries(args).sort(), place.uri]);
    let key = known.get(question);
    if (key === undefined && views.size < MAX_VIEWS) {
      const isPlain = target === undefined && Object.keys(args).length === 0;
      const read = isPlain ? own : readDockerfile(own.uri, own.text, { target, args });
      const purpose = purposeOfBuild(read, place.uri, files, around);
      key = JSON.stringify([read.target?.index, Object.entries(args).sort(), isForJobs(purpose)]);
      const file = { ...read, purpose, builtAt: isPlain ? undefined : place };
      if (!views.has(key)) views.set(key, { file, isRun });
      known.set(question, key);
    }
    const view = key === undefined ? undefined : views.get(key);
    if (view) view.isRun ||= isRun;
  }
  const all = [...views.values()];
  // A stage that a command builds for another one to go on from is not shipped.
  const kept = all.filter(
    ({ file, isRun }) => isRun || !all.some((other) => isAnother(other.file, file) && uses(other.file, file)),
  );
  const [deployed, aside] = [false, true].map((isAside) =>
    kept.flatMap(({ file }) => (isForJobs(file.purpose) === isAside ? file : [])),
  ) as [Dockerfile[], Dockerfile[]];
  // What a workspace only develops with is built elsewhere to be shipped.
  return deployed.length > 0 ? [...deployed, ...aside] : aside.length > 0 ? [own, ...aside] : [];
}

const isAnother = (a: Dockerfile, b: Dockerfile): boolean => a.target?.index !== b.target?.index;

const uses = ({ used }: Dockerfile, { target }: Dockerfile): boolean =>
  [...used].some(({ index }) => index === target?.index);

/** Pipelines build what is shipped; what other files build is for what they are for. */
function purposeOfBuild(
  file: Dockerfile,
  uri: string,
  files: WorkspaceFiles,
  around: DocumentFolder,
): FilePurpose | undefined {
  if (isDevelopmentStage(file.target?.name)) return 'development';
  const text = files.text(uri);
  const kind = typeof text === 'string' ? kindOf(uri, text) : undefined;
  if (typeof text !== 'string' || !kind || kindRow(kind).isPipeline || kindRow(kind).isDocumentation) return undefined;
  const purpose = purposeOf(uri, text, kind, files, around);
  return purpose === 'build' ? undefined : purpose;
}

/** Those of stages that nobody builds are pulled by nobody. */
function imagesOf(own: Dockerfile, views: readonly Dockerfile[]): ImageUse[] {
  const uses = new Map<string, ImageUse>();
  for (const view of views)
    for (const use of dockerfileImages(view, view.target === own.target ? undefined : view.used)) {
      const key = `${use.value.place.start} ${use.value.resolved}`;
      if (!uses.has(key)) uses.set(key, use);
    }
  return [...uses.values()].sort((a, b) => a.value.place.start - b.value.place.start);
}

/** Those of the first view, and of others what they ship or fill in otherwise. */
function scriptsOf(views: readonly Dockerfile[]): Script[] {
  const seen = new Map<number, boolean>();
  return views.flatMap((view) => {
    const isFilledIn = Object.keys(view.args).length > 0;
    return runScripts(view).filter(({ run }) => {
      const { instruction, ships } = run!;
      const before = seen.get(instruction.place.start);
      if (before !== true) seen.set(instruction.place.start, ships);
      return before === undefined || (ships && !before) || (isFilledIn && instruction.args.text.includes('$'));
    });
  });
}
