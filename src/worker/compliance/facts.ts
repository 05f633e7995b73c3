/** What the rules judge, read once per document: containers, Dockerfiles, named images, places that could not be read. */

import { jenkinsImages } from './documents/ci/jenkinsfile';
import { type InlineDockerfile, readCompose } from './documents/compose/compose';
import { serviceScripts } from './documents/compose/composeShell';
import { type DaemonSettings, readDaemonSettings } from './documents/daemonJson';
import { runContainers } from './documents/dockerCommand/dockerRun';
import { dockerfileImages } from './documents/dockerfile/pulledImages';
import { runScripts } from './documents/dockerfile/runShell';
import { type Dockerfile, readDockerfile } from './documents/dockerfile/stages';
import type { ShellHolder } from './documents/embeddedShell';
import { type EnvFile, parseEnvFile } from './documents/env/envFile';
import { type Fence, readFences } from './documents/markdown';
import { pulledImages, readScript } from './documents/shell/readScript';
import type { Script } from './documents/shell/script';
import { variablePlaces } from './documents/shell/variablePlaces';
import type { TextPart } from './documents/yaml/yaml';
import type { WorkspaceFiles } from './files';
import type { Kind } from './kinds';
import type { Container } from './model/container';
import { referenceOf } from './model/imageReference';
import type { ImageUse } from './model/imageUse';
import { isOfJob } from './model/jobContainer';
import type { Place } from './model/value';
import { namedHere, withTag } from './readings/imageCommand';

export interface Facts {
  containers: Container[];
  dockerfiles: Dockerfile[];
  images: ImageUse[];
  scripts: Script[];
  daemons: DaemonSettings[];
  envFiles: EnvFile[];
  problems: Problem[];
  /** Texts that do not stand in the document as they are, by their made-up addresses: the document's place for a place in them. */
  translations: Map<string, (place: Place) => Place>;
}

/** Text that could not be understood and was therefore not judged. */
export interface Problem {
  place: Place;
  /** `unknown-instruction`, `open-heredoc`, or the YAML parser's code. */
  code: string;
  word: string;
  /** Name of the file that the reason lies in. */
  file?: string;
}

const noFacts = (): Facts => ({
  containers: [],
  dockerfiles: [],
  images: [],
  scripts: [],
  daemons: [],
  envFiles: [],
  problems: [],
  translations: new Map(),
});

export function readFacts(kind: Kind, uri: string, text: string, files: WorkspaceFiles): Facts {
  switch (kind) {
    case 'dockerfile':
      return dockerfileFacts(readDockerfile(uri, text));
    case 'compose':
      return composeFacts(uri, text, files);
    case 'daemon':
      return { ...noFacts(), daemons: [readDaemonSettings(uri, text)] };
    case 'env':
      return { ...noFacts(), envFiles: [parseEnvFile(uri, text)] };
    default:
      return scriptFacts(kind, uri, text, files);
  }
}

/** Run lines, pulled images, and the Dockerfiles and compose files in Markdown fences. */
function scriptFacts(kind: ShellHolder, uri: string, text: string, files: WorkspaceFiles): Facts {
  const script = readScript(kind, uri, text);
  const facts = containerFacts(
    runContainers(script.commands, uri, text).map((r) => r.container),
    namedHere(script),
    (container) => isOfJob(container, kind),
  );
  const named = script.groovy ? jenkinsImages(uri, text, script.groovy) : (script.pipeline?.images ?? []);
  const pulled = [...pulledImages(script), ...named];
  const beside = new Set(script.pipeline?.services);
  const setAt = (name: string) => variablePlaces(script).get(name);
  const images = pulled.map((value): ImageUse => ({ value, reference: referenceOf(value), service: undefined, ofJob: beside.has(value) }));
  const all = { ...facts, images: [...facts.images, ...images].map((use) => ({ ...use, setAt })), scripts: [script] };
  const fences = kind === 'markdown' ? readFences(text) : [];
  return joinFacts(
    all,
    fences.map((fence) => fenceFacts(fence, uri, text, files)),
  );
}

function fenceFacts(fence: Fence, uri: string, text: string, files: WorkspaceFiles): Facts {
  if (fence.kind === 'shell') return noFacts();
  const content = text.slice(fence.start, fence.end);
  if (fence.kind === 'dockerfile') return dockerfileFacts(readDockerfile(uri, content, { base: fence.start }));
  if (!/^[ \t]*services:[ \t]*(?:#.*)?$/m.test(content)) return noFacts();
  const facts = composeFacts(uri, text, files, fence);
  if (LEFT_OUT.test(content)) for (const container of facts.containers) container.complete = false;
  return facts;
}

/** `# ...`, `...`, `- …`: the rest stands somewhere else (fact T10). */
const LEFT_OUT = /^[ \t]*(?:#[ \t]*|-[ \t]+)?(?:\.{3}|…)/m;

/** Broken syntax in a fence is the document's own business. */
const joinFacts = (own: Facts, parts: readonly Facts[]): Facts => ({
  ...own,
  containers: [own, ...parts].flatMap((f) => f.containers),
  dockerfiles: [own, ...parts].flatMap((f) => f.dockerfiles),
  images: [own, ...parts].flatMap((f) => f.images),
  scripts: [own, ...parts].flatMap((f) => f.scripts),
  translations: new Map([own, ...parts].flatMap((f) => [...f.translations])),
});

function dockerfileFacts(file: Dockerfile): Facts {
  return {
    ...noFacts(),
    dockerfiles: [file],
    images: dockerfileImages(file),
    scripts: runScripts(file),
    problems: file.problems.map(({ place, problem, word }) => ({ place, code: problem, word })),
  };
}

function composeFacts(uri: string, text: string, files: WorkspaceFiles, part?: TextPart): Facts {
  const compose = readCompose(uri, text, files, part);
  const facts = containerFacts(compose.containers);
  facts.images = facts.images.map((use) => ({ ...use, setAt: compose.setAt }));
  facts.scripts.push(...serviceScripts(uri, text, compose.containers));
  for (const [i, inline] of compose.inline.entries()) addInline(facts, uri, inline, `${uri}#dockerfile_inline-${i}`);
  const problems = compose.problems.map(({ place, code, word, file }) => ({
    place,
    code,
    word: word ?? text.slice(place.start, Math.min(place.end, place.start + 40)),
    file,
  }));
  return { ...facts, problems: [...problems, ...facts.problems] };
}

/** Lines that stand as they are keep their places; other text is judged by itself, and its places are translated. */
function addInline(facts: Facts, uri: string, { lines, excerpt, target }: InlineDockerfile, own: string): void {
  const inner = dockerfileFacts(
    lines ? readDockerfile(uri, lines.text, { ...lines, target }) : readDockerfile(own, excerpt.text, { target }),
  );
  const translate = ({ start, end }: Place): Place => ({ uri, ...excerpt.place(start, end) });
  facts.dockerfiles.push(...inner.dockerfiles);
  const setAt = (use: ImageUse) => (name: string) => {
    const place = use.setAt?.(name);
    return place && (lines ? place : translate(place));
  };
  facts.images.push(...inner.images.map((use) => ({ ...use, setAt: setAt(use) })));
  facts.scripts.push(...inner.scripts);
  facts.problems.push(...(lines ? inner.problems : inner.problems.map((p) => ({ ...p, place: translate(p.place) }))));
  if (!lines) facts.translations.set(own, translate);
}

/** Containers and the images they pull; an image that is built here only gets its name. */
function containerFacts(
  containers: Container[],
  built: ReadonlySet<string> = new Set(),
  ofJob: (container: Container) => boolean = () => false,
): Facts {
  const own = new Set([...built, ...containers.flatMap((c) => (c.built && c.image ? [withTag(c.image.resolved)] : []))]);
  const images = containers.flatMap((container): ImageUse[] => {
    const { image, built: isBuilt, name } = container;
    if (!image || isBuilt || own.has(withTag(image.resolved))) return [];
    return [{ value: image, reference: referenceOf(image), service: name, ofJob: ofJob(container) }];
  });
  return { ...noFacts(), containers, images };
}
