/**
 * The configuration file `.qrcodemaster.yaml`: read, checked with places, and resolved for one
 * path.
 */
import { type Profile, type Severity, severities } from '../protocol/finding';
import { CONFIG_ROOT, type ConfigNode, RULE_KEYS } from './config/keys';
import type { ConfigProblem } from './config/problem';
import { parseYaml, type YamlMap, type YamlNode, type YamlPair } from './documents/yaml/yaml';
import { matchesGlob } from './glob';
import type { Place } from './model/value';
import { findRule } from './rules/findRule';
import type { Rule } from './rules/rule';

export const CONFIG_NAMES = ['.qrcodemaster.yaml', '.qrcodemaster.yml'] as const;

export interface RuleConfig {
  severity?: Severity | 'off';
  options?: Record<string, unknown>;
}

/** A finding suppressed with a reason, and for a time if `until` is given. */
export interface Waiver {
  rule: string;
  reason: string;
  /** ISO date; past it the waiver has no effect. */
  until?: string;
  /** Patterns; none: every file. */
  files?: string[];
  service?: string;
  /** Where it stands in the configuration. */
  place?: Place;
}

/** What holds for one file. */
export interface LintConfig {
  profile?: Profile;
  /** By rule id. */
  rules?: Record<string, RuleConfig>;
  waivers?: Waiver[];
  /** Honour `# hadolint ignore=…` and other tools' comments through the peer ids. */
  foreignSuppressions?: boolean;
  /** A Markdown file that people work by: its findings keep their severity. */
  runbook?: boolean;
}

export interface ConfigFile extends LintConfig {
  overrides: { files: string[]; profile?: Profile; rules?: Record<string, RuleConfig> }[];
  /** Files that are not checked. */
  ignore: string[];
  /** Markdown files whose findings count in full. */
  runbooks: string[];
}

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
    else if (key === 'overrides') config.overrides = readMaps(pair, wrong).map((map) => readOverride(map, wrong));
    else if (key === 'waivers') config.waivers = readMaps(pair, wrong).flatMap((map) => readWaiver(map, wrong) ?? []);
  }
  return { config, problems };
}

/** Waivers whose time is over: worth a word, though nothing is wrong with the file. */
export const expiredWaivers = ({ waivers = [] }: ConfigFile, today: string): ConfigProblem[] =>
  waivers.flatMap(({ until, place }) =>
    until !== undefined && until < today && place ? [{ place, code: 'expired', word: until }] : [],
  );

type Wrong = (
  place: Place,
  code: ConfigProblem['code'],
  word: string,
  more?: Pick<ConfigProblem, 'known' | 'shape'>,
) => void;

const isEmpty = (node: YamlNode): boolean => node.kind === 'scalar' && node.isNull;

function checkKeys(map: YamlMap, node: ConfigNode, wrong: Wrong): void {
  const known = node.kind === 'map' ? Object.keys(node.keys) : [];
  for (const { key, keyPlace } of map.pairs) if (!known.includes(key)) wrong(keyPlace, 'key', key, { known });
}

function readProfile(node: YamlNode, wrong: Wrong): Profile | undefined {
  const text = node.kind === 'scalar' ? node.text : '';
  if (text === 'recommended' || text === 'mlps3') return text;
  wrong(node.place, 'profile', text);
  return undefined;
}

function readFlag({ key, value }: YamlPair, wrong: Wrong): boolean | undefined {
  if (value.kind === 'scalar' && /^(true|false)$/.test(value.text)) return value.text === 'true';
  wrong(value.place, 'shape', key, { shape: 'flag' });
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
    else if (Number.isFinite(Number(value.text))) out[key] = Number(value.text);
    else wrong(value.place, 'shape', key, { shape: 'number' });
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

function readWaiver(map: YamlMap, wrong: Wrong): Waiver | undefined {
  checkKeys(map, itemOf('waivers'), wrong);
  const first = map.pairs[0]?.keyPlace ?? map.place;
  const node = (key: string) => map.pairs.find((p) => p.key === key);
  const text = (key: string) => {
    const pair = node(key);
    if (!pair || isEmpty(pair.value)) return undefined;
    if (pair.value.kind === 'scalar') return pair.value.text.trim() || undefined;
    wrong(pair.value.place, 'shape', key, { shape: 'text' });
    return undefined;
  };
  const [named, reason, until, service] = [text('rule'), text('reason'), text('until'), text('service')];
  const rule = findRule(named ?? '')?.id;
  if (named === undefined) wrong(first, 'waiver', 'rule');
  else if (!rule) wrong(node('rule')!.value.place, 'rule', named);
  if (!reason) wrong(node('reason')?.keyPlace ?? first, 'waiver', 'reason');
  const dated = until === undefined || isDate(until);
  if (!dated) wrong(node('until')!.value.place, 'shape', 'until', { shape: 'date' });
  const files = node('files');
  const patterns = files && readStrings(files, wrong);
  return rule && reason && dated ? { rule, reason, until, service, files: patterns, place: map.place } : undefined;
}

/** A day that there is; lint compares such days as texts. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

function itemOf(key: string): ConfigNode {
  const list = CONFIG_ROOT.keys[key]!;
  return list.kind === 'list' ? list.item : list;
}

const childOf = (node: YamlNode, key: string) =>
  node.kind === 'map' ? node.pairs.find((p) => p.key === key)?.value : undefined;

function readMaps({ key, value }: YamlPair, wrong: Wrong): YamlMap[] {
  if (value.kind === 'list' && value.items.every((i) => i.kind === 'map')) return value.items as YamlMap[];
  wrong(value.place, 'shape', key, { shape: 'maps' });
  return value.kind === 'list' ? value.items.filter((i) => i.kind === 'map') : [];
}

function readStrings({ key, value }: YamlPair, wrong: Wrong): string[] {
  if (value.kind === 'scalar' && !value.isNull) return [value.text];
  if (value.kind === 'list' && value.items.every((i) => i.kind === 'scalar'))
    return value.items.map((i) => (i.kind === 'scalar' ? i.text : ''));
  wrong(value.place, 'shape', key, { shape: 'strings' });
  return [];
}

/**
 * What holds for a path (forward slashes, relative to the configuration's folder); undefined: the
 * file is not checked.
 */
export function configFor(config: ConfigFile, path: string): LintConfig | undefined {
  if (config.ignore.some((pattern) => matchesGlob(pattern, path))) return undefined;
  const out: LintConfig = {
    profile: config.profile,
    rules: { ...config.rules },
    foreignSuppressions: config.foreignSuppressions,
    runbook: config.runbooks.some((pattern) => matchesGlob(pattern, path)),
    waivers: config.waivers?.filter((w) => !w.files || w.files.some((pattern) => matchesGlob(pattern, path))),
  };
  for (const override of config.overrides) {
    if (!override.files.some((pattern) => matchesGlob(pattern, path))) continue;
    out.profile = override.profile ?? out.profile;
    for (const [id, rule] of Object.entries(override.rules ?? {})) out.rules![id] = over(out.rules![id], rule);
  }
  return out;
}

const over = (under: RuleConfig | undefined, rule: RuleConfig): RuleConfig => ({
  ...under,
  ...rule,
  ...((under?.options || rule.options) && { options: { ...under?.options, ...rule.options } }),
});
