/**
 * What belongs together: the files of a deployment with their facts, read when a rule asks for
 * them.
 */
import { type Kind, kindRow } from '../../protocol/fileKinds';
import type { Facts, FactTypes, Translation } from '../facts/facts';
import type { WorkspaceFiles } from '../files';
import { kindOf } from '../kindOf';
import type { ReadFacts } from '../readFacts';
import { applicationFiles } from './applicationFiles';
import { builderFiles } from './builderFiles';
import { members, rootOf } from './members';

export interface Deployment {
  /**
   * The document that is judged: findings in it count, those in other files are told when they are
   * judged.
   */
  uri: string;
  /** The document's own facts of one sort: looking at them reads nothing. */
  own<K extends keyof FactTypes>(sort: K): readonly FactTypes[K][];
  /**
   * The facts of one sort in all files, the document's own first.
   * @param about reads, of other files, only texts that match
   */
  all<K extends keyof FactTypes>(sort: K, about: RegExp): readonly FactTypes[K][];
  /** Of all facts that were looked at, by the made-up addresses of their texts. */
  translations: ReadonlyMap<string, Translation>;
}

/** Longer texts beside a file are data. */
const MAX_CHARACTERS = 1_000_000;

export function deploymentOf(
  document: { uri: string; kind: Kind; facts: Facts },
  files: WorkspaceFiles,
  read: ReadFacts,
): Deployment {
  const { uri, kind } = document;
  const { isApplication } = kindRow(kind);
  const kept = (find: () => string[]) => {
    let found: { uri: string; kind: Kind | undefined }[] | undefined;
    return () => (found ??= [...new Set(find())].map((each) => ({ uri: each, kind: kindOf(each) })));
  };
  const others = kept(() => [
    ...members(uri, files).slice(1),
    ...(isApplication ? applicationFiles(uri, files) : []),
    ...(kind === 'dockerfile' ? builderFiles(uri, files) : []),
  ]);
  // Its packages count for a proxy, too, which asks for nothing else of them.
  const modules = kept(() => [
    ...others().map((each) => each.uri),
    ...(isApplication ? [] : applicationFiles(uri, files, rootOf(uri, files))),
  ]);
  const facts: { [K in keyof FactTypes]?: readonly FactTypes[K][] } = document.facts;
  const own = <K extends keyof FactTypes>(sort: K): readonly FactTypes[K][] => facts[sort] ?? [];
  const translations = new Map<string, Translation>();
  const translate = (facts: Facts) => {
    for (const translation of facts.translations ?? []) translations.set(translation.uri, translation);
  };
  translate(document.facts);
  const told = new Map<string, FactTypes[keyof FactTypes][]>();
  return {
    uri,
    own,
    translations,
    all<K extends keyof FactTypes>(sort: K, about: RegExp) {
      const question = `${sort} ${about}`;
      const before = told.get(question) as FactTypes[K][] | undefined;
      if (before) return before;
      const out = [...own(sort)];
      for (const { uri, kind } of sort === 'python' ? modules() : others()) {
        const text = kind !== undefined ? files.text(uri) : undefined;
        if (typeof text !== 'string' || text.length > MAX_CHARACTERS || !about.test(text)) continue;
        const shown = kindOf(uri, text);
        const facts = shown && read(shown, { uri, text }, files);
        if (!facts) continue;
        translate(facts);
        for (const fact of facts[sort] ?? []) out.push(fact as FactTypes[K]);
      }
      told.set(question, out);
      return out;
    },
  };
}
