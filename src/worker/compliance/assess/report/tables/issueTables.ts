/** `issues`: the list of problems and of their rectification. */
import type { Issue } from '../../../../protocol/assessment';
import { riskWords } from '../../../../protocol/assessmentWords';
import { fill } from '../../../../protocol/fill';
import { clauses } from '../../../checklist/clauses';
import { bareId } from '../../../checklist/describe';
import { getOrMake } from '../../../getOrMake';
import type { AssessmentInput } from '../assessmentInput';
import { phrases } from '../phrases';
import { shortening } from '../shortening';
import { controlItem, controlPoint } from './controlItem';
import { sheetCategory } from './objectSheets';
import { objectTitle } from './objectTitle';
import { remedies } from './remedies';
import type { Table } from './table';

const HEADER = [
  '序号',
  '风险等级',
  '安全域',
  '测评对象',
  '控制点',
  '控制项',
  '问题标题',
  '问题描述',
  '整改建议',
  '整改日期',
  '整改描述',
  '测评人',
  '状态',
  '创建时间',
];
const OPEN = '待整改';
/** Places in one cell. */
const MAX_PLACES = 20;
/** In a list that is too long to name them all. */
const MAX_PLACES_OF_MANY = 2;

export function issueTables({ assessment, rules, locale }: AssessmentInput): Table[] {
  const { issues, findings, objects, date } = assessment;
  const ruleOf = new Map<string, (typeof rules)[number]>(rules.map((rule) => [rule.id, rule]));
  const short = shortening(assessment);
  const isCut = short.left > 0;
  const remedy = remedies(locale, isCut);
  const row = ({ rule: id, risk }: Issue, number: string, thing: string, description: string): string[] => {
    const rule = ruleOf.get(id);
    // Exact clauses first: a near one says less.
    const named = (rule?.clauses ?? []).filter((each) => Object.hasOwn(clauses, bareId(each)));
    const clause = bareId(named.find((each) => !each.startsWith('~')) ?? named[0] ?? '');
    return [
      number,
      riskWords[risk]['zh-cn'],
      clause && sheetCategory(clause),
      thing,
      clause && controlPoint(clause),
      clause && `${clause.split(' ')[0]} ${controlItem(clause)}`,
      rule ? rule.title[locale] : id,
      description,
      remedy(rule),
      '',
      '',
      '',
      OPEN,
      date,
    ];
  };
  const rows: string[][] = [];
  /** By rule and risk: issues of which no place is listed. */
  const left = new Map<string, { issue: Issue; count: number; objects: number }>();
  issues.forEach((issue, i) => {
    const { rule, risk, object, findings: indexes } = issue;
    const listed = indexes.filter(short.isListed);
    if (listed.length === 0) {
      const counted = getOrMake(left, `${rule} ${risk}`, () => ({ issue, count: 0, objects: 0 }));
      counted.count += indexes.length;
      counted.objects++;
      return;
    }
    const places = listed.slice(0, isCut ? MAX_PLACES_OF_MANY : MAX_PLACES).map((index) => {
      const { message, path, line } = findings[index]!;
      return locale === 'en' ? `${message} (${path}:${line})` : `${message}（${path}:${line}）`;
    });
    const more = indexes.length - places.length;
    const thing = object === undefined ? '' : objectTitle(objects[object]!);
    rows.push(row(issue, String(i + 1), thing, [...places, ...(more > 0 ? [`… +${more}`] : [])].join('\n')));
  });
  for (const { issue, count, objects: of } of left.values())
    rows.push(row(issue, '…', '', fill(phrases.unlisted[locale], { count, objects: of })));
  return [{ name: '问题清单', header: HEADER, rows }];
}
