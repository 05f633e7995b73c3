/**
 * The YAML documents of a compose file: each is laid over those before it, as several files are
 * (fact T9).
 */
import { parseYaml, type TextPart, type YamlText } from '../yaml/yaml';
import { yamlDocuments } from '../yaml/yamlDocuments';
import { pairOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yamlTree';
import { mergeMaps } from './composeMerge';
import { servicesOf } from './composeRoot';

export interface ComposeDocuments extends YamlText {
  /** What each document says alone; `root` is all of them merged. */
  roots: YamlMap[];
}

/** @param part an excerpt in a document of another kind */
export function composeDocuments(
  uri: string,
  text: string,
  { start: base, end }: TextPart = { start: 0, end: text.length },
): ComposeDocuments {
  const { documents, rest } = yamlDocuments(text.slice(base, end));
  const inText = (each: TextPart): TextPart => ({ start: base + each.start, end: base + each.end });
  const parts = documents.map((each) => parseYaml(uri, text, inText(each)));
  const roots = parts.flatMap(({ root }) => (root?.kind === 'map' ? root : []));
  return {
    roots,
    root: roots.length > 0 ? roots.reduce((under, over) => mergeMaps(under, over)) : parts[0]?.root,
    shared: parts.flatMap(({ shared }) => shared),
    problems: [
      ...parts.flatMap(({ problems }) => problems),
      ...(rest ? [{ code: 'TOO_MANY_DOCUMENTS', place: { uri, ...inText(rest) } }] : []),
    ],
  };
}

/** A service where it begins, and where later documents go on with it. */
export interface ComposeService {
  pair: YamlPair & { value: YamlMap };
  later: YamlPair[];
}

/** Those that the merged file has. */
export function documentServices({ roots, root }: Pick<ComposeDocuments, 'roots' | 'root'>): ComposeService[] {
  const merged = servicesOf(root);
  const found = new Map<string, ComposeService>();
  for (const each of roots)
    for (const pair of servicesOf(each)?.pairs ?? []) {
      if (!isService(pair) || !pairOf(merged, pair.key)) continue;
      const begun = found.get(pair.key);
      if (begun) begun.later.push(pair);
      else found.set(pair.key, { pair, later: [] });
    }
  return [...found.values()];
}

const isService = (pair: YamlPair): pair is ComposeService['pair'] => pair.value.kind === 'map';

/** What stands below a key at the top of any of the documents. */
export const inDocuments = ({ roots }: Pick<ComposeDocuments, 'roots'>, key: string): YamlNode[] =>
  roots.flatMap((root) => pairOf(root, key)?.value ?? []);
