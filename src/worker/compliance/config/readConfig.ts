/** The configuration file as it is written: read, with what is wrong in it. */
import { type Profile, severities } from '../../protocol/finding';
import { CONFIG_NAMES, type ConfigFile, type RuleConfig } from '../config';
import { parseYaml } from '../documents/yaml/yaml';
import type { YamlMap, YamlNode, YamlPair } from '../documents/yaml/yamlTree';
import { findRule } from '../rules/findRule';
import type { Rule } from '../rules/rule';
import {
  checkKeys,
  childOf,
  isEmpty,
  itemOf,
  readFlag,
  readMaps,
  readPath,
  readStrings,
  type Wrong,
} from './configValues';
import { CONFIG_ROOT, RULE_KEYS } from './keys';
import type { ConfigProblem } from './problem';
import { readAttestation } from './readAttestation';
import { readWaiver } from './readWaiver';

/**
 * Longer ones were not written to be read, and reading them is no work for a thread that others
 * wait for.
 */
export const MAX_CONFIG_CHARACTERS = 250_000;

/** Wrong parts are reported and left out; the rest holds. Never throws. */
export function readConfig(uri: string, text: string): { config: ConfigFile; problems: ConfigProblem[] } {
  const config: ConfigFile = { overrides: [], ignore: [], runbooks: [] };
  if (text.length > MAX_CONFIG_CHARACTERS)
    return {
      config,
      problems: [{ place: { uri, start: 0, end: 0 }, code: 'size', word: String(MAX_CONFIG_CHARACTERS) }],
    };
  const yaml = parseYaml(uri, text);
  const problems: ConfigProblem[] = yaml.problems.map(({ place, code }) => ({ place, code: 'syntax', word: code }));
  const wrong: Wrong = (place, code, word, more) => void problems.push({ place, code, word, ...more });
  const root = yaml.root;
  if (root?.kind !== 'map') {
    if (root && !(root.kind === 'scalar' && root.isNull)) wrong(root.place, 'shape', CONFIG_NAMES[0], { shape: 'map' });
    return { config, problems };
  }
  checkKeys(root, CONFIG_ROOT, wrong);
  for (const pair of root.pairs) {
    const { key, value } = pair;
    if (isEmpty(value)) continue;
    if (key === 'profile') config.profile = readProfile(value, wrong);
    else if (key === 'rules') config.rules = readRules(pair, wrong);
    else if (key === 'ignore' || key === 'runbooks') config[key] = readStrings(pair, wrong);
    else if (key === 'foreignSuppressions') config.foreignSuppressions = readFlag(pair, wrong);
    else if (key === 'baseline') config.baseline = readPath(pair, wrong);
    else if (key === 'overrides') config.overrides = readMaps(pair, wrong).map((map) => readOverride(map, wrong));
    else if (key === 'waivers') config.waivers = readMaps(pair, wrong).flatMap((map) => readWaiver(map, wrong) ?? []);
    else if (key === 'attestations')
      config.attestations = readMaps(pair, wrong).flatMap((map) => readAttestation(map, wrong) ?? []);
  }
  return { config, problems };
}

function readProfile(node: YamlNode, wrong: Wrong): Profile | undefined {
  const text = node.kind === 'scalar' ? node.text : '';
  if (text === 'recommended' || text === 'mlps3') return text;
  wrong(node.place, 'profile', text);
  return undefined;
}

const SEVERITIES = new Set<string>([...severities, 'off']);

function readRules({ key: name, value: node }: YamlPair, wrong: Wrong): Record<string, RuleConfig> {
  const out: Record<string, RuleConfig> = {};
  if (node.kind !== 'map') wrong(node.place, 'shape', name, { shape: 'map' });
  for (const { key, keyPlace, value } of node.kind === 'map' ? node.pairs : []) {
    const rule = findRule(key);
    if (!rule) wrong(keyPlace, 'rule', key);
    else out[rule.id] = { ...out[rule.id], ...readRule(value, rule, wrong) };
  }
  return out;
}

function readRule(node: YamlNode, rule: Rule, wrong: Wrong): RuleConfig {
  const out: RuleConfig = {};
  if (isEmpty(node)) return out;
  const severity = node.kind === 'scalar' ? node : childOf(node, 'severity');
  if (severity?.kind === 'scalar' && SEVERITIES.has(severity.text))
    out.severity = severity.text as RuleConfig['severity'];
  else if (severity || node.kind === 'list')
    wrong((severity ?? node).place, 'severity', severity?.kind === 'scalar' ? severity.text : '');
  if (node.kind !== 'map') return out;
  const known = Object.keys(RULE_KEYS);
  for (const { key, keyPlace, value } of node.pairs) {
    if (!known.includes(key)) wrong(keyPlace, 'key', key, { known });
    else if (key === 'options' && value.kind === 'map') out.options = readOptions(value, rule, wrong);
    else if (key === 'options' && !isEmpty(value)) wrong(value.place, 'shape', key, { shape: 'map' });
  }
  return out;
}

/** An option has the type of its default. */
function readOptions(map: YamlMap, rule: Rule, wrong: Wrong): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const known = Object.keys(rule.options ?? {});
  for (const pair of map.pairs) {
    const { key, keyPlace, value } = pair;
    const usual = rule.options?.[key]?.default;
    if (usual === undefined) wrong(keyPlace, 'option', key, { known });
    else if (Array.isArray(usual)) out[key] = readStrings(pair, wrong);
    else if (typeof usual === 'boolean') out[key] = readFlag(pair, wrong);
    else if (value.kind !== 'scalar' || value.isNull) wrong(value.place, 'shape', key, { shape: 'text' });
    else if (typeof usual !== 'number') out[key] = value.text;
    else if (!Number.isFinite(Number(value.text))) wrong(value.place, 'shape', key, { shape: 'number' });
    else if (Number(value.text) < (rule.options![key]!.least ?? -Infinity))
      wrong(value.place, 'least', key, { known: [String(rule.options![key]!.least)] });
    else out[key] = Number(value.text);
  }
  return out;
}

function readOverride(map: YamlMap, wrong: Wrong): ConfigFile['overrides'][number] {
  const out: ConfigFile['overrides'][number] = { files: [] };
  checkKeys(map, itemOf('overrides'), wrong);
  if (!childOf(map, 'files')) wrong(map.pairs[0]?.keyPlace ?? map.place, 'files', '');
  for (const pair of map.pairs) {
    if (pair.key === 'files') out.files = readStrings(pair, wrong);
    else if (pair.key === 'profile') out.profile = readProfile(pair.value, wrong);
    else if (pair.key === 'rules' && !isEmpty(pair.value)) out.rules = readRules(pair, wrong);
  }
  return out;
}
