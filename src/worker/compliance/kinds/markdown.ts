/** Markdown: the commands, Dockerfiles, compose files and files of the host in its fences (fact T20). */
import { readDockerfile } from '../documents/dockerfile/stages';
import { inlineCommands } from '../documents/inlineCommands';
import { type Fence, readFences } from '../documents/markdown';
import { readScript } from '../documents/shell/readScript';
import { composeFacts } from '../facts/composeFacts';
import { dockerfileFacts } from '../facts/dockerfileFacts';
import { type Facts, joinFacts } from '../facts/facts';
import { heldFacts } from '../facts/heldFacts';
import { scriptFacts } from '../facts/scriptFacts';
import { type FileKind, HOLDS_COMMANDS } from '../fileKind';
import type { WorkspaceFiles } from '../files';
import type { Container } from '../model/container';
import { referenceOf } from '../model/imageReference';
import { namedHere } from '../readings/imageCommand';
import { ownsImage } from '../readings/ownImage';
import { IMAGE_KINDS } from '../ruleKinds';

export const markdown: FileKind = {
  holds: [...HOLDS_COMMANDS, ...IMAGE_KINDS],
  // What was changed once, and what was right or wrong then.
  except: /^(?:change-?log|changes|history|release[-_ ]?notes?)(?:[._-][\w.-]*)?\.(?:md|markdown)$/i,
  comment: () => '<!--',
  units: 'fences',
  read(document, files) {
    const fences = readFences(document.text);
    const commands = [
      ...fences.flatMap((fence) => (fence.kind === 'shell' ? [fence.excerpt] : [])),
      ...inlineCommands(document.text),
    ];
    const others = fences.map((fence, i) =>
      fence.kind === 'quoted' ? quotedFacts(fence, document, i, files) : fenceFacts(fence, document, files),
    );
    // Broken syntax in a fence is the document's own business.
    const script = readScript('markdown', document, commands);
    const facts = joinFacts([scriptFacts(script), ...others]);
    const owns = ownsImage(
      document.text,
      namedHere(script),
      (facts.image ?? []).map(({ reference }) => reference),
    );
    const isOnDocker = ON_DOCKER.test(document.text.slice(0, OPENING));
    const shown = new Set(
      (facts.container ?? []).flatMap((container) =>
        container.image && onlyShows(container, isOnDocker) ? container.image : [],
      ),
    );
    const image = facts.image?.map((use) => ({ ...use, own: owns(use.reference), shown: shown.has(use.value) }));
    return { ...facts, image, problems: [] };
  },
};

function fenceFacts(
  fence: Exclude<Fence, { kind: 'quoted' }>,
  { uri, text }: { uri: string; text: string },
  files: WorkspaceFiles,
): Facts {
  if (fence.kind === 'shell') return {};
  if (fence.kind === 'file') return { held: [fence.file] };
  const content = text.slice(fence.start, fence.end);
  if (fence.kind === 'dockerfile') return dockerfileFacts(readDockerfile(uri, content, { base: fence.start }));
  const facts = composeFacts(uri, text, files, fence);
  if (LEFT_OUT.test(content)) for (const container of facts.container ?? []) container.complete = false;
  return facts;
}

/** The marks of the quote stand between the lines, so they are read as a text of their own. */
function quotedFacts(
  { of, excerpt }: Extract<Fence, { kind: 'quoted' }>,
  document: { uri: string; text: string },
  number: number,
  files: WorkspaceFiles,
): Facts {
  const read: FileKind['read'] = ({ uri, text }) =>
    fenceFacts({ kind: of, start: 0, end: text.length }, { uri, text }, files);
  const name = of === 'yaml' ? 'quoted/compose.yaml' : 'quoted/Dockerfile';
  const file = { names: [`${number}/${name}`], language: '', content: excerpt, isPart: true };
  return joinFacts(heldFacts(document, [file], files, () => ({ read, readPart: read }), true));
}

/** A page about the command itself: each of its lines shows an option. */
const ON_DOCKER = /^#[ \t]+(?:\S+[ \t]+){0,2}docker[ \t-]+(?:run|commands?|basics|cheat|cli|常用命令|命令|コマンド)/im;
const OPENING = 3_000;

/** `docker run -d nginx`: any image would show as well what the command does. */
const onlyShows = (
  { origin, image, ports, publishAll, mounts, networks, restart, environment, envFiles, command }: Container,
  isOnDocker: boolean,
): boolean =>
  origin === 'run' &&
  !referenceOf(image!).path?.includes('/') &&
  !restart &&
  environment.length + envFiles.length === 0 &&
  (isOnDocker || (!publishAll && ports.length + mounts.length + networks.length === 0)) &&
  !command.some(({ resolved }) => resolved.startsWith('-'));

/** `# ...`, `...`, `- …`: the rest stands somewhere else (fact T10). */
const LEFT_OUT = /^[ \t]*(?:#[ \t]*|-[ \t]+)?(?:\.{3}|…)/m;
