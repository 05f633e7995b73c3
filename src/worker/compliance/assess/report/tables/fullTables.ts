/** `full`: every control item of every thing with every finding of it, in one table. */
import type { EvidenceItem, ItemState } from '../../../../protocol/assessment';
import { objectKindWords, reasonWords, severityWords } from '../../../../protocol/assessmentWords';
import { fill } from '../../../../protocol/fill';
import { bareId, unitsOf } from '../../../checklist/describe';
import { getOrMake } from '../../../getOrMake';
import type { Rule } from '../../../rules/rule';
import { isLowerable } from '../../highRisk';
import type { AssessmentInput } from '../assessmentInput';
import { phrases } from '../phrases';
import { shortening } from '../shortening';
import { controlPoint } from './controlItem';
import { objectTitle } from './objectTitle';
import { remedies } from './remedies';
import type { Table } from './table';

const HEADER = [
  '对象',
  '对象类型',
  '条款',
  '测评单元',
  '控制点',
  '规则',
  '级别',
  '状态',
  '判例',
  '触发项',
  '能否降低',
  '文件',
  '行',
  '摘录',
  'sha256',
  '整改建议',
  '忽略理由',
];

/** Our own, of which 未发现 and 无法判定 are no words of an assessor's sheet. */
const STATES: Readonly<Record<ItemState, string>> = {
  fail: '不符合（建议值）',
  partial: '部分符合（建议值）',
  clean: '未发现',
  unknown: '无法判定',
  notApplicable: '不适用',
};

/** Of things of which an item says the same. */
const MOST_NAMED = 20;

export function fullTables(input: AssessmentInput): Table[] {
  const { assessment, locale } = input;
  const { items, findings, objects } = assessment;
  const short = shortening(assessment);
  const thing = (object: number | undefined) =>
    object === undefined ? ['', ''] : [objectTitle(objects[object]!), objectKindWords[objects[object]!.kind]['zh-cn']];
  const evidence = evidenceCells(input, short.isShort);
  const rows: string[][] = [];
  const told = new Set<number>();
  const left = new Map<string, Left>();
  const silent = new Map<string, Silent>();
  const add = (index: number, object: number | undefined, about: readonly string[], state: string) => {
    told.add(index);
    if (short.isListed(index)) {
      rows.push([...thing(object), ...about, ...evidence(findings[index]!, state)]);
      return;
    }
    const { rule } = findings[index]!;
    const counted = getOrMake(left, [rule, about[0], state].join('\n'), () => {
      return { rule, about, state, count: 0, objects: new Set<number | undefined>() };
    });
    counted.count++;
    counted.objects.add(object);
  };
  for (const item of items) {
    const { clause, object, state, reason } = item;
    for (const index of item.findings) add(index, object, under(clause), STATES[state]);
    // A near finding proposes no verdict.
    for (const index of item.near) add(index, object, under(`~${clause}`), STATES.unknown);
    if (item.findings.length + item.near.length > 0) continue;
    const why = reason ? `（${reasonWords[reason][locale]}）` : '';
    const said = [...under(clause), item.rules.join('; '), '', STATES[state] + why, ...Array<string>(9).fill('')];
    if (short.isShort) getOrMake(silent, said.join('\n'), () => ({ said, objects: [] })).objects.push(object);
    else rows.push([...thing(object), ...said]);
  }
  findings.forEach(({ object }, index) => {
    if (!told.has(index)) add(index, object, ['', '', ''], '');
  });
  for (const { said, objects: alike } of silent.values()) rows.push([...manyThings(alike.map(thing)), ...said]);
  for (const { rule, about, state, count, objects: of } of left.values()) {
    const unlisted = fill(phrases.unlisted[locale], { count, objects: of.size });
    rows.push(['', '', ...about, rule, '', state, '', '', '', '', '', unlisted, '', '', '']);
  }
  return [{ name: '全部结果', header: HEADER, rows }];
}

/** Findings of a rule under a clause that are counted only. */
interface Left {
  rule: string;
  about: readonly string[];
  state: string;
  count: number;
  objects: Set<number | undefined>;
}

/** Things of which an item says the same, and no finding. */
interface Silent {
  said: string[];
  objects: number[];
}

const under = (clause: string): string[] => [clause, unitsOf([clause]).join(), controlPoint(bareId(clause))];

/** @param isShort what to do about findings of a rule is said with its first one only */
function evidenceCells({ assessment, rules, locale }: AssessmentInput, isShort: boolean) {
  const ruleOf = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
  const hashes = new Map(assessment.files.map(({ path, sha256 }) => [path, sha256]));
  const remedy = remedies(locale, isShort);
  return (finding: EvidenceItem, state: string): string[] => {
    const { rule: id, severity, path, line, excerpt, suppressed } = finding;
    const rule = ruleOf.get(id);
    return [
      id,
      severityWords[severity][locale],
      state,
      copied(rule?.highRisk),
      copied(rule?.triggers),
      copied(rule?.highRisk?.map(lowered)),
      path,
      String(line),
      excerpt,
      hashes.get(path) ?? '',
      remedy(rule),
      suppressed ? [suppressed.reason ?? '—', ...(suppressed.until ? [suppressed.until] : [])].join('; ') : '',
    ];
  };
}

/** The titles and sorts of several things: the first of them by name. */
function manyThings(things: readonly string[][]): string[] {
  const titles = things.map(([title = '']) => title);
  const more = titles.length > MOST_NAMED ? ` 等 ${titles.length} 个对象` : '';
  const sorts = new Set(things.map(([, sort = '']) => sort));
  return [titles.slice(0, MOST_NAMED).join('、') + more, [...sorts].join('、')];
}

/** What is known by a third party's copy only is marked so in each cell. */
const copied = (named: readonly string[] = []): string =>
  named.length === 0 ? '' : `${named.join('; ')}（第三方抄本）`;

const lowered = (named: string): string => `${named} ${isLowerable(bareId(named)) ? '可降低' : '不可降低'}`;
