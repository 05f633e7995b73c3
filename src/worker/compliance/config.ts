/** The configuration file `.qrcodemaster.yaml`: read, checked with places, and resolved for one path. */
import type { Locale, Profile, Severity } from '../protocol/finding';
import { parseYaml, type YamlMap, type YamlNode, type YamlPair } from './documents/yaml';
import { matchesGlob } from './glob';
import type { Place } from './model/value';
import { findRule } from './rules/index';

export const CONFIG_NAMES = ['.qrcodemaster.yaml', '.qrcodemaster.yml'] as const;

export interface RuleConfig {
  severity?: Severity | 'off';
  options?: Record<string, unknown>;
}

/** A finding set aside with a reason, and for a time if `until` is given. */
export interface Waiver {
  rule: string;
  reason: string;
  /** ISO date; past it the waiver has no effect. */
  until?: string;
  /** Patterns; none: every file. */
  files?: string[];
  service?: string;
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

export interface ConfigProblem {
  place: Place;
  code: keyof typeof problemTexts;
  word: string;
}

const problemTexts = {
  syntax: { en: 'This is not valid YAML ({word}).', 'zh-cn': '不是有效的 YAML({word})。' },
  key: {
    en: '"{word}" is no setting here. Known: profile, rules, overrides, waivers, ignore, runbooks, foreignSuppressions.',
    'zh-cn': '此处没有设置 "{word}"。可用:profile、rules、overrides、waivers、ignore、runbooks、foreignSuppressions。',
  },
  rule: { en: 'There is no rule "{word}". See `qr-code-master rules`.', 'zh-cn': '没有规则 "{word}"。参见 `qr-code-master rules`。' },
  severity: {
    en: '"{word}" is no severity: write error, warning, info, hint or off.',
    'zh-cn': '"{word}" 不是级别:请写 error、warning、info、hint 或 off。',
  },
  profile: { en: '"{word}" is no profile: write recommended or mlps3.', 'zh-cn': '"{word}" 不是配置档:请写 recommended 或 mlps3。' },
  option: { en: 'This rule has no option "{word}".', 'zh-cn': '该规则没有选项 "{word}"。' },
  shape: { en: 'The value of "{word}" does not have the expected shape.', 'zh-cn': '"{word}" 的值形式不正确。' },
  waiver: {
    en: 'A waiver needs `rule` and `reason`; `until` is a date such as 2027-01-31.',
    'zh-cn': '豁免须写明 `rule` 和 `reason`;`until` 为日期,如 2027-01-31。',
  },
} as const;

/** The sentence for a problem of a configuration file. */
export const configProblemText = ({ code, word }: ConfigProblem, locale: Locale): string =>
  problemTexts[code][locale].replace('{word}', word);

/** Wrong parts are reported and left out; the rest holds. Never throws. */
export function readConfig(uri: string, text: string): { config: ConfigFile; problems: ConfigProblem[] } {
  const yaml = parseYaml(uri, text.length > 1_000_000 ? '' : text);
  const problems: ConfigProblem[] = yaml.problems.map(({ place, code }) => ({ place, code: 'syntax', word: code }));
  const config: ConfigFile = { overrides: [], ignore: [], runbooks: [] };
  const wrong = (node: { place: Place }, code: ConfigProblem['code'], word: string) =>
    void problems.push({ place: node.place, code, word });
  const root = yaml.root;
  if (root?.kind !== 'map') {
    if (root && !(root.kind === 'scalar' && root.isNull)) wrong(root, 'shape', CONFIG_NAMES[0]);
    return { config, problems };
  }
  for (const pair of root.pairs) {
    const { key, value } = pair;
    if (key === 'profile') config.profile = readProfile(value, wrong);
    else if (key === 'rules') config.rules = readRules(value, wrong);
    else if (key === 'ignore' || key === 'runbooks') config[key] = readStrings(pair, wrong);
    else if (key === 'foreignSuppressions') config.foreignSuppressions = value.kind === 'scalar' && value.text === 'true';
    else if (key === 'overrides') config.overrides = readMaps(pair, wrong).map((map) => readOverride(map, wrong));
    else if (key === 'waivers') config.waivers = readMaps(pair, wrong).flatMap((map) => readWaiver(map, wrong) ?? []);
    else problems.push({ place: pair.keyPlace, code: 'key', word: key });
  }
  return { config, problems };
}

type Wrong = (node: { place: Place }, code: ConfigProblem['code'], word: string) => void;

function readProfile(node: YamlNode, wrong: Wrong): Profile | undefined {
  const text = node.kind === 'scalar' ? node.text : '';
  if (text === 'recommended' || text === 'mlps3') return text;
  wrong(node, 'profile', text);
  return undefined;
}

const SEVERITIES = new Set(['error', 'warning', 'info', 'hint', 'off']);

function readRules(node: YamlNode, wrong: Wrong): Record<string, RuleConfig> {
  const out: Record<string, RuleConfig> = {};
  if (node.kind !== 'map') wrong(node, 'shape', 'rules');
  for (const { key, keyPlace, value } of node.kind === 'map' ? node.pairs : []) {
    const rule = findRule(key);
    if (!rule) wrong({ place: keyPlace }, 'rule', key);
    else out[rule.id] = readRule(value, Object.keys(rule.options ?? {}), wrong);
  }
  return out;
}

function readRule(node: YamlNode, options: string[], wrong: Wrong): RuleConfig {
  const out: RuleConfig = {};
  const severity = node.kind === 'scalar' ? node : childOf(node, 'severity');
  if (severity?.kind === 'scalar' && SEVERITIES.has(severity.text)) out.severity = severity.text as RuleConfig['severity'];
  else if (severity) wrong(severity, 'severity', severity.kind === 'scalar' ? severity.text : '');
  for (const { key, keyPlace, value } of node.kind === 'map' ? node.pairs : []) {
    if (key === 'severity') continue;
    if (key !== 'options' || value.kind !== 'map') wrong({ place: keyPlace }, 'option', key);
    for (const option of key === 'options' && value.kind === 'map' ? value.pairs : []) {
      if (!options.includes(option.key)) wrong({ place: option.keyPlace }, 'option', option.key);
      else out.options = { ...out.options, [option.key]: plain(option.value) };
    }
  }
  return out;
}

function readOverride(map: YamlMap, wrong: Wrong): ConfigFile['overrides'][number] {
  const out: ConfigFile['overrides'][number] = { files: [] };
  for (const pair of map.pairs) {
    if (pair.key === 'files') out.files = readStrings(pair, wrong);
    else if (pair.key === 'profile') out.profile = readProfile(pair.value, wrong);
    else if (pair.key === 'rules') out.rules = readRules(pair.value, wrong);
    else wrong({ place: pair.keyPlace }, 'key', pair.key);
  }
  return out;
}

function readWaiver(map: YamlMap, wrong: Wrong): Waiver | undefined {
  const text = (key: string) => {
    const node = childOf(map, key);
    return node?.kind === 'scalar' && node.text !== '' ? node.text : undefined;
  };
  const [rule, reason, until] = [findRule(text('rule') ?? '')?.id, text('reason'), text('until')];
  const files = map.pairs.find((p) => p.key === 'files');
  if (!rule || !reason || (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))) {
    wrong(map, 'waiver', '');
    return undefined;
  }
  return { rule, reason, until, service: text('service'), files: files && readStrings(files, wrong) };
}

const childOf = (node: YamlNode, key: string) => (node.kind === 'map' ? node.pairs.find((p) => p.key === key)?.value : undefined);

function readMaps({ key, value }: YamlPair, wrong: Wrong): YamlMap[] {
  if (value.kind === 'list' && value.items.every((i) => i.kind === 'map')) return value.items as YamlMap[];
  wrong(value, 'shape', key);
  return [];
}

function readStrings({ key, value }: YamlPair, wrong: Wrong): string[] {
  if (value.kind === 'scalar' && !value.isNull) return [value.text];
  if (value.kind === 'list' && value.items.every((i) => i.kind === 'scalar'))
    return value.items.map((i) => (i.kind === 'scalar' ? i.text : ''));
  wrong(value, 'shape', key);
  return [];
}

function plain(node: YamlNode): unknown {
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map') return Object.fromEntries(node.pairs.map((p) => [p.key, plain(p.value)]));
  if (node.quoted) return node.text;
  if (/^(true|false)$/.test(node.text)) return node.text === 'true';
  return node.text !== '' && !Number.isNaN(Number(node.text)) ? Number(node.text) : node.text;
}

/** What holds for a path (forward slashes, relative to the configuration's folder); undefined: the file is not checked. */
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
    for (const [id, rule] of Object.entries(override.rules ?? {})) out.rules![id] = { ...out.rules![id], ...rule };
  }
  return out;
}
