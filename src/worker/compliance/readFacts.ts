/** Reads what the rules judge, each text once, as long as what it was read with stays the same. */
import { type Kind, kindRow } from '../protocol/fileKinds';
import type { HeldFile } from './documents/heldFile';
import { filledIn } from './documents/jinja/filledIn';
import { writtenFiles } from './documents/shell/writtenFiles';
import { type Facts, joinFacts } from './facts/facts';
import { heldFacts } from './facts/heldFacts';
import { contentAt, type WorkspaceFiles, watchFiles } from './files';
import { kindOf } from './kindOf';
import { fileKindOf } from './kinds/index';
import { withoutTemplateEnd } from './model/templateFile';
import { HELD_IN_IMAGES } from './ruleKinds';

export type ReadFacts = (kind: Kind, document: { uri: string; text: string }, files: WorkspaceFiles) => Facts;

export const readFacts: ReadFacts = (kind, document, files) => {
  const template = templateOf(kind, document);
  const facts: Facts = template ? { held: [template] } : fileKindOf[kind].read(document, files);
  const held = [...(facts.held ?? []), ...(facts.script ?? []).flatMap(writtenFiles)];
  if (held.length === 0) return facts;
  return joinFacts([facts, ...heldFacts(document, held, files, kindNamed, kindRow(kind).isDocumentation === true)]);
};

/** Kinds that read templates as they stand. */
const READ_AS_THEY_STAND: readonly Kind[] = ['nginx', 'caddy', 'traefik', 'jinja', 'markdown'];

/** `roles/ssh/templates/sshd_config.j2`: what Ansible makes of it, under the name that it is given. */
function templateOf(kind: Kind, { uri, text }: { uri: string; text: string }): HeldFile | undefined {
  if (!/\.(?:j2|jinja2?)$/i.test(uri) || READ_AS_THEY_STAND.includes(kind)) return undefined;
  const [name] = /(?:[^/]*\/)?[^/]*$/.exec(uri)!;
  return { names: [withoutTemplateEnd(name)], language: '', ...filledIn(text) };
}

function kindNamed(name: string, language: string, { content, inImage }: HeldFile) {
  const kind = kindOf(name, content.text, language);
  return kind && (!inImage || (HELD_IN_IMAGES as readonly Kind[]).includes(kind)) ? fileKindOf[kind] : undefined;
}

/** Characters of the texts whose facts are kept: more than a deployment has; the oldest go. */
const MAX_KEPT = 1_000_000;

/**
 * Facts that were read before are given again; whoever asks then depends on the same files as
 * whoever read them.
 * @param maxKept characters of the texts whose facts are kept, which take some ten times as much
 */
export function rememberFacts(maxKept = MAX_KEPT): ReadFacts {
  const known = new Map<string, { text: string; facts: Facts; asked: ReadonlyMap<string, unknown> }>();
  let kept = 0;
  const forget = (key: string) => {
    kept -= known.get(key)?.text.length ?? 0;
    known.delete(key);
  };
  return (kind, document, files) => {
    const key = `${kind} ${document.uri}`;
    const before = known.get(key);
    if (
      before?.text === document.text &&
      [...before.asked].every(([address, answer]) => contentAt(files, address) === answer)
    )
      return before.facts;
    const watched = watchFiles(files);
    const facts = readFacts(kind, document, watched);
    forget(key);
    // What was read with something missing is read anew in a moment.
    if (watched.wanted.size > 0 || document.text.length > maxKept / 2) return facts;
    known.set(key, { text: document.text, facts, asked: watched.asked });
    kept += document.text.length;
    for (const oldest of known.keys()) {
      if (kept <= maxKept) break;
      forget(oldest);
    }
    return facts;
  };
}
