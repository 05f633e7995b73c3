/** `issues`: the list of problems and of their rectification. */
import type { Issue } from '../../../../protocol/assessment';
import { riskWords } from '../../../../protocol/assessmentWords';
import { clauses } from '../../../checklist/clauses';
import { bareId } from '../../../checklist/describe';
import type { AssessmentInput } from '../assessmentInput';
import { controlItem, controlPoint } from './controlItem';
import { sheetCategory } from './objectSheets';
import { objectTitle } from './objectTitle';
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

export function issueTables({ assessment, rules, locale }: AssessmentInput): Table[] {
  const { issues, findings, objects, date } = assessment;
  const ruleOf = new Map<string, (typeof rules)[number]>(rules.map((rule) => [rule.id, rule]));
  const row = ({ rule: id, risk, object, findings: indexes }: Issue, number: number): string[] => {
    const rule = ruleOf.get(id);
    // Exact clauses first: a near one says less.
    const named = (rule?.clauses ?? []).filter((each) => Object.hasOwn(clauses, bareId(each)));
    const clause = bareId(named.find((each) => !each.startsWith('~')) ?? named[0] ?? '');
    const places = indexes.slice(0, MAX_PLACES).map((index) => {
      const { message, path, line } = findings[index]!;
      return locale === 'en' ? `${message} (${path}:${line})` : `${message}（${path}:${line}）`;
    });
    const more = indexes.length - places.length;
    return [
      String(number + 1),
      riskWords[risk]['zh-cn'],
      clause && sheetCategory(clause),
      object === undefined ? '' : objectTitle(objects[object]!),
      clause && controlPoint(clause),
      clause && `${clause.split(' ')[0]} ${controlItem(clause)}`,
      rule ? rule.title[locale] : id,
      [...places, ...(more > 0 ? [`… +${more}`] : [])].join('\n'),
      rule ? rule.remedy[locale] : '',
      '',
      '',
      '',
      OPEN,
      date,
    ];
  };
  return [{ name: '问题清单', header: HEADER, rows: issues.map(row) }];
}
