/** Secrets that stand as text in the YAML of an agent that sends records on; linear and never throws. */
import { isSecretSetting } from '../../model/secretName';
import type { Place } from '../../model/value';
import { parseYaml } from '../yaml/yaml';
import type { YamlNode } from '../yaml/yamlTree';
import { isAlloy } from './alloyTargets';

export interface AgentSecret {
  /** With the key around it: `output.elasticsearch.password`. */
  name: string;
  text: string;
  /** Of the value, quotes included. */
  place: Place;
}

/** Of Fluent Bit in its own syntax. */
const CLASSIC = /^[ \t]*\[[A-Z_]+\]/m;
/** More are no configuration. */
const MAX_SECRETS = 1_000;

export function agentSecrets(uri: string, text: string): AgentSecret[] {
  if (CLASSIC.test(text) || isAlloy(text)) return [];
  const { root } = parseYaml(uri, text);
  const out: AgentSecret[] = [];
  const rest: { node: YamlNode; around: string }[] = root ? [{ node: root, around: '' }] : [];
  // What aliases name stands in the tree as often as they do.
  const seen = new Set<YamlNode>();
  for (let next = rest.pop(); next && out.length < MAX_SECRETS; next = rest.pop()) {
    const { node, around } = next;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'list') for (const item of node.items) rest.push({ node: item, around });
    if (node.kind !== 'map') continue;
    for (const { key, value } of node.pairs) {
      if (value.kind !== 'scalar') rest.push({ node: value, around: key });
      else if (
        !seen.has(value) &&
        !/[$\ufffc]|\{\{|<%/.test(value.text) &&
        isSecretSetting(key.replaceAll('.', '_'), value.text)
      ) {
        seen.add(value);
        out.push({ name: around === '' ? key : `${around}.${key}`, text: value.text, place: value.place });
      }
    }
  }
  return out.sort((a, b) => a.place.start - b.place.start);
}

/** The variable that could stand there instead: `${OUTPUT_ELASTICSEARCH_PASSWORD}`. */
export const variableFor = ({ name }: AgentSecret): string => `\${${name.toUpperCase().replace(/\W/g, '_')}}`;
