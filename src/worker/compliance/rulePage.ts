/** A rule's page and hover as Markdown, out of its metadata. */
import type { Locale } from '../protocol/finding';
import { areaOf } from './areas';
import {
  aside,
  describeCase,
  describeClause,
  describeRow,
  describeTrigger,
  joined,
  unitsOf,
} from './checklist/describe';
import { fileKindOf } from './kinds/index';
import { dependsOnPurpose, isOfUpkeep } from './model/leftToLarger';
import { ruleKindTitle } from './ruleKinds';
import { findRule } from './rules/findRule';
import type { Rule, Text } from './rules/rule';

/** An excerpt of a deployment file for a page. */
export interface RuleExample {
  file: string;
  text: string;
  verdict: 'invalid' | 'fixed' | 'valid';
}

const words = {
  severity: { en: 'Severity', 'zh-cn': '级别' },
  profile: { en: 'Profile', 'zh-cn': '配置档' },
  wider: { en: 'Only in mlps3', 'zh-cn': '仅 mlps3 检查' },
  jobs: {
    en: 'Containers that a CI job, a Makefile or a script for tests runs for itself, which end with it.',
    'zh-cn': 'CI 作业、Makefile 或测试脚本为自身运行、随之结束的容器。',
  },
  aside: {
    en: 'Files that are not deployed by their path or first comment: for tests and CI (`tests/`, `compose.ci.yml`), for development (`compose.dev.yml`, `.devcontainer/`), examples (`examples/`), and what a comment in a compose file says is for development only.',
    'zh-cn':
      '按路径或首行注释不用于部署的文件：测试与 CI（`tests/`、`compose.ci.yml`）、开发（`compose.dev.yml`、`.devcontainer/`）、示例（`examples/`）；以及 compose 文件的注释注明仅供开发使用的内容。',
  },
  posts: {
    en: 'Entries of weblogs (`layout: post`, `_posts/`, `blog/`).',
    'zh-cn': '博客文章（`layout: post`、`_posts/`、`blog/`）。',
  },
  kinds: { en: 'Files', 'zh-cn': '适用文件' },
  clauses: { en: 'GB/T 22239-2019, level 3', 'zh-cn': 'GB/T 22239-2019 第三级' },
  units: { en: 'Units of GB/T 28448-2019', 'zh-cn': 'GB/T 28448-2019 测评单元' },
  highRisk: {
    en: "High-risk cases（判例） that may be concerned, after a third party's copy",
    'zh-cn': '可能涉及的高风险判例（引自第三方抄本）',
  },
  triggers: {
    en: "Triggers of major hidden dangers that may be concerned, after a third party's copy",
    'zh-cn': '可能涉及的重大风险隐患触发项（引自第三方抄本）',
  },
  case: { en: 'May concern case（判例）', 'zh-cn': '可能涉及判例' },
  trigger: { en: 'trigger', 'zh-cn': '触发项' },
  assessor: { en: 'the assessor judges', 'zh-cn': '由测评人员判断' },
  rows: { en: 'Rows of the checklist', 'zh-cn': '清单条目' },
  peers: { en: 'Same subject in other tools', 'zh-cn': '其他工具中的同类规则' },
  why: { en: 'Why', 'zh-cn': '原因' },
  remedy: { en: 'What to do', 'zh-cn': '处理方法' },
  options: { en: 'Options', 'zh-cn': '选项' },
  default: { en: 'default', 'zh-cn': '默认' },
  messages: { en: 'Messages', 'zh-cn': '提示信息' },
  examples: { en: 'Examples', 'zh-cn': '示例' },
  invalid: { en: 'Reported', 'zh-cn': '会报告' },
  fixed: { en: 'After the fix', 'zh-cn': '修复后' },
  valid: { en: 'Not reported', 'zh-cn': '不会报告' },
  suppress: { en: 'How to suppress a finding', 'zh-cn': '如何抑制' },
  suppressText: {
    en: 'With a reason the assessor can read, and if it is for a time, its end:',
    'zh-cn': '写明供测评人员查看的理由；如为临时措施，写明截止日期：',
  },
  alsoByWaiver: {
    en: 'In a file without comments (JSON, batch files, pictures), by a waiver in `.qrcodemaster.yaml`:',
    'zh-cn': '文件不能写注释时（JSON、批处理文件、图片），在 `.qrcodemaster.yaml` 中写入豁免：',
  },
  byWaiver: {
    en: 'By a waiver in `.qrcodemaster.yaml`, with a reason the assessor can read, and if it is for a time, its end:',
    'zh-cn': '在 `.qrcodemaster.yaml` 中写入豁免，写明供测评人员查看的理由；如为临时措施，写明截止日期：',
  },
  path: { en: 'path/to/file', 'zh-cn': '文件的路径' },
  reason: { en: 'reason', 'zh-cn': '理由' },
  nearest: { en: '~ nearest clause, not in these words', 'zh-cn': '~ 表示最接近的条款，并非原文' },
  none: { en: 'none', 'zh-cn': '无' },
} satisfies Record<string, Text>;

const severities: Record<Rule['severity'], Text> = {
  error: { en: 'error', 'zh-cn': '错误' },
  warning: { en: 'warning', 'zh-cn': '警告' },
  info: { en: 'information', 'zh-cn': '信息' },
  hint: { en: 'hint', 'zh-cn': '提示' },
};

/**
 * The page of a rule by id or name; null for an unknown one. Examples stand in the generated pages
 * only.
 */
export function rulePage(idOrName: string, locale: Locale, examples: readonly RuleExample[] = []): string | null {
  const rule = findRule(idOrName);
  return rule ? pageOf(rule, locale, examples) : null;
}

function pageOf(rule: Rule, locale: Locale, examples: readonly RuleExample[]): string {
  const say = (key: keyof typeof words) => words[key][locale];
  const row = (name: string, text: string) => `| ${name} | ${text} |`;
  const list = (items: readonly string[]) => items.join(locale === 'en' ? ', ' : '、') || say('none');
  const cell = (text: string) => plainTildes(text.replaceAll('|', '\\|'));
  const clauses =
    list(rule.clauses.map((clause) => describeClause(clause, locale))) +
    (rule.clauses.some((c) => c.startsWith('~')) ? aside(say('nearest'), locale) : '');
  const rowOf = (name: keyof typeof words, items: readonly string[]) =>
    items.length > 0 ? [row(say(name), cell(list(items)))] : [];
  const options = Object.entries(rule.options ?? {}).map(([name, { default: value, description }]) => {
    const byDefault = joined(say('default'), `\`${JSON.stringify(value)}\``, locale);
    return `- ${joined(`\`${name}\`${aside(byDefault, locale)}`, description[locale], locale)}`;
  });
  const isSmall = rule.profile === 'recommended';
  const isOfHost = isSmall && areaOf(rule.id).concernsHost && rule.kinds.includes('run');
  const wider = [
    rule.wider?.[locale] ?? [],
    isOfHost ? say('jobs') : [],
    isSmall && dependsOnPurpose(rule.id) ? say('aside') : [],
    isSmall && isOfUpkeep(rule.id) ? say('posts') : [],
  ].flat();
  const lines = [
    `# ${rule.id} ${rule.name}`,
    '',
    `**${rule.title[locale]}**`,
    '',
    '| | |',
    '| --- | --- |',
    row(say('severity'), severities[rule.severity][locale]),
    row(say('profile'), rule.profile),
    ...(wider.length > 0 ? [row(say('wider'), wider.join(locale === 'en' ? ' ' : ''))] : []),
    row(say('kinds'), list(rule.kinds.map(ruleKindTitle))),
    row(say('clauses'), cell(clauses)),
    ...rowOf('units', unitsOf(rule.clauses)),
    ...rowOf(
      'highRisk',
      (rule.highRisk ?? []).map((id) => describeCase(id, locale)),
    ),
    ...rowOf(
      'triggers',
      (rule.triggers ?? []).map((id) => describeTrigger(id, locale)),
    ),
    row(say('rows'), cell(list(rule.rows.map((each) => describeRow(each, locale))))),
    row(say('peers'), list(rule.peers)),
    '',
    `## ${say('why')}`,
    '',
    rule.why[locale],
    '',
    `## ${say('remedy')}`,
    '',
    rule.remedy[locale],
    '',
    ...(options.length > 0 ? [`## ${say('options')}`, '', ...options, ''] : []),
    ...(examples.length > 0 ? [`## ${say('examples')}`, '', ...examples.flatMap((e) => exampleLines(e, locale))] : []),
    `## ${say('suppress')}`,
    '',
    ...suppressLines(rule, locale),
  ];
  return lines.join('\n');
}

/** Formats without comments, that kinds with comments have among theirs. */
const PLAIN = ['file.json', 'file.bat'];

/** A comment where a file of the rule's holds one that is read, a waiver where one holds none. */
function suppressLines({ id, kinds }: Rule, locale: Locale): string[] {
  const say = (key: keyof typeof words) => words[key][locale];
  // Lines of `run` stand in scripts, batch files among them.
  const marks = kinds.map((kind) => fileKindOf[kind === 'run' ? 'shell' : kind].comment);
  const comment = `# mlps-lint disable-next-line ${id} until 2027-01-31 -- ${say('reason')}`;
  const byComment = marks.some(Boolean) ? [say('suppressText'), '', '```', comment, '```', ''] : [];
  if (marks.every((mark) => PLAIN.every((name) => mark?.(name, '', 0)))) return byComment;
  const waiver = [
    'waivers:',
    `  - rule: ${id}`,
    `    files: ["/${say('path')}"]`,
    `    reason: ${say('reason')}`,
    '    until: 2027-01-31',
  ];
  const intro = say(byComment.length > 0 ? 'alsoByWaiver' : 'byWaiver');
  return [...byComment, intro, '', '```yaml', ...waiver, '```', ''];
}

function exampleLines({ file, text, verdict }: RuleExample, locale: Locale): string[] {
  const language = file.endsWith('yaml') ? 'yaml' : file.endsWith('ockerfile') ? 'dockerfile' : '';
  const title = joined(`${words[verdict][locale]}${aside(`\`${file}\``, locale)}`, '', locale).trimEnd();
  return [title, '', `\`\`\`${language}`, text.trimEnd(), '```', ''];
}

/** Two tildes of nearest clauses would strike out what stands between them. */
export const plainTildes = (text: string): string => text.replaceAll('~', '\\~');

const joinedClauses = ({ clauses }: Rule, locale: Locale): string =>
  joined(
    'GB/T 22239-2019',
    clauses.map((clause) => describeClause(clause, locale)).join(locale === 'en' ? '; ' : '；'),
    locale,
  );

/** The numbers alone: what they stand for is on the rule's page. */
function alsoOf({ clauses, highRisk = [], triggers = [] }: Rule, locale: Locale): string {
  const units = unitsOf(clauses);
  const [comma, stop] = locale === 'en' ? [', ', '; '] : ['、', '；'];
  const named = (word: string, ids: readonly string[]) => (ids.length > 0 ? [`${word} ${ids.join(comma)}`] : []);
  const concerned = [...named(words.case[locale], highRisk), ...named(words.trigger[locale], triggers)];
  const judged = concerned.length > 0 ? [...concerned, words.assessor[locale]].join(stop) : [];
  const measured = units.length > 0 ? joined('GB/T 28448-2019', units.join(comma), locale) : [];
  return [measured, judged].flat().join('\n\n');
}

/** What a hover on a finding says: name, why, what to do, clauses, what else it may concern. */
export function ruleHover(idOrName: string, locale: Locale): string | null {
  const rule = findRule(idOrName);
  if (!rule) return null;
  const clauses = rule.clauses.length > 0 ? joinedClauses(rule, locale) : '';
  const heading = `**${rule.id}** \`${rule.name}\` · ${rule.title[locale]}`;
  return [
    heading,
    rule.why[locale],
    joined(words.remedy[locale], rule.remedy[locale], locale),
    plainTildes(clauses),
    plainTildes(alsoOf(rule, locale)),
  ]
    .filter(Boolean)
    .join('\n\n');
}
