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
import { setBounded } from './setBounded';

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

/** More than any deployment has; the oldest go. */
const MAX_KEPT = 500;

/**
 * Facts that were read before are given again; whoever asks then depends on the same files as
 * whoever read them.
 */
export function rememberFacts(): ReadFacts {
  const known = new Map<string, { text: string; facts: Facts; asked: ReadonlyMap<string, unknown> }>();
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
    // What was read with something missing is read anew in a moment.
    if (watched.wanted.size > 0) known.delete(key);
    else setBounded(known, key, { text: document.text, facts, asked: watched.asked }, MAX_KEPT);
    return facts;
  };
}
