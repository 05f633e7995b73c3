/** Reads what the rules judge, each text once, as long as what it was read with stays the same. */
import { type Kind, kindRow } from '../protocol/fileKinds';
import type { HeldFile } from './documents/heldFile';
import { writtenFiles } from './documents/shell/writtenFiles';
import { type Facts, joinFacts } from './facts/facts';
import { heldFacts } from './facts/heldFacts';
import { contentAt, type WorkspaceFiles, watchFiles } from './files';
import { kindOf } from './kindOf';
import { fileKindOf } from './kinds/index';
import { HELD_IN_IMAGES } from './ruleKinds';
import { setBounded } from './setBounded';

export type ReadFacts = (kind: Kind, document: { uri: string; text: string }, files: WorkspaceFiles) => Facts;

export const readFacts: ReadFacts = (kind, document, files) => {
  const facts = fileKindOf[kind].read(document, files);
  const held = [...(facts.held ?? []), ...(facts.script ?? []).flatMap(writtenFiles)];
  if (held.length === 0) return facts;
  return joinFacts([facts, ...heldFacts(document, held, files, kindNamed, kindRow(kind).isDocumentation === true)]);
};

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
