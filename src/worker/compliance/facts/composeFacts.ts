/** What a compose file, or a part of a document that is one, holds for the rules. */

import { readCompose } from '../documents/compose/compose';
import type { InlineDockerfile } from '../documents/compose/composeBuild';
import { serviceScripts } from '../documents/compose/composeShell';
import { configFiles } from '../documents/compose/configFiles';
import { readDockerfile } from '../documents/dockerfile/stages';
import { within } from '../documents/text/excerpt';
import type { TextPart } from '../documents/yaml/yaml';
import type { WorkspaceFiles } from '../files';
import type { ImageUse } from '../model/imageUse';
import type { Place } from '../model/value';
import { containerFacts } from './containerFacts';
import { dockerfileFacts } from './dockerfileFacts';
import { type Facts, joinFacts } from './facts';
import { unreadCommands } from './unreadCommands';
import { yamlProblems } from './yamlProblems';

/** @param part where the text is only a part of the document */
export function composeFacts(uri: string, text: string, files: WorkspaceFiles, part?: TextPart): Facts {
  const compose = readCompose(uri, text, files, part);
  const { container, image } = containerFacts(compose.containers);
  const problems = yamlProblems(text, compose.problems);
  const script = serviceScripts(uri, text, compose.containers);
  const own: Facts = {
    container,
    image: image.map((use) => ({ ...use, setAt: compose.setAt })),
    script,
    held: configFiles(uri, text, compose.root),
    problems: [...problems, ...unreadCommands(script)],
  };
  return joinFacts([
    own,
    ...compose.inline.map((inline, i) => inlineFacts(uri, inline, `${uri}#dockerfile_inline-${i}`)),
  ]);
}

/**
 * Lines that stand as they are keep their places; other text is judged by itself, and its places
 * are translated.
 */
function inlineFacts(uri: string, { lines, excerpt, target, args }: InlineDockerfile, own: string): Facts {
  if (lines) return dockerfileFacts(readDockerfile(uri, lines.text, { ...lines, target, args }));
  const facts = dockerfileFacts(readDockerfile(own, excerpt.text, { target, args }));
  const translate = ({ start, end }: Place): Place => ({ uri, ...excerpt.place(start, end) });
  const setAt = (use: ImageUse) => (name: string) => {
    const place = use.setAt?.(name);
    return place && translate(place);
  };
  return {
    ...facts,
    held: facts.held.map((file) => ({ ...file, content: within(excerpt, file.content) })),
    image: facts.image.map((use) => ({ ...use, setAt: setAt(use) })),
    problems: facts.problems.map((p) => ({ ...p, place: translate(p.place) })),
    translations: [{ uri: own, place: translate }],
  };
}
