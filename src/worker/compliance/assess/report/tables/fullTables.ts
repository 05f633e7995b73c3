/** `full`: every control item of every thing with every finding of it, in one table. */
import type { EvidenceItem, ItemResult, ItemState } from '../../../../protocol/assessment';
import { objectKindWords, reasonWords, severityWords } from '../../../../protocol/assessmentWords';
import { bareId, unitsOf } from '../../../checklist/describe';
import type { Rule } from '../../../rules/rule';
import { isLowerable } from '../../highRisk';
import type { AssessmentInput } from '../assessmentInput';
import { controlPoint } from './controlItem';
import { objectTitle } from './objectTitle';
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

export function fullTables({ assessment, rules, locale }: AssessmentInput): Table[] {
  const { items, findings, objects, files } = assessment;
  const ruleOf = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const thing = (object: number | undefined) =>
    object === undefined ? ['', ''] : [objectTitle(objects[object]!), objectKindWords[objects[object]!.kind]['zh-cn']];
  const under = (clause: string) => [clause, unitsOf([clause]).join(), controlPoint(bareId(clause))];
  const evidence = (finding: EvidenceItem, state: string) => {
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
      rule ? rule.remedy[locale] : '',
      suppressed ? [suppressed.reason ?? '—', ...(suppressed.until ? [suppressed.until] : [])].join('; ') : '',
    ];
  };
  const rows: string[][] = [];
  const told = new Set<number>();
  const add = ({ clause, object, state }: ItemResult, index: number, mark: '' | '~') => {
    told.add(index);
    // A near finding proposes no verdict.
    const shown = mark === '~' ? STATES.unknown : STATES[state];
    rows.push([...thing(object), ...under(mark + clause), ...evidence(findings[index]!, shown)]);
  };
  for (const item of items) {
    for (const index of item.findings) add(item, index, '');
    for (const index of item.near) add(item, index, '~');
    if (item.findings.length + item.near.length > 0) continue;
    const why = item.reason ? `（${reasonWords[item.reason][locale]}）` : '';
    const silent = [item.rules.join('; '), '', STATES[item.state] + why, ...Array<string>(9).fill('')];
    rows.push([...thing(item.object), ...under(item.clause), ...silent]);
  }
  findings.forEach((finding, index) => {
    if (!told.has(index)) rows.push([...thing(finding.object), '', '', '', ...evidence(finding, '')]);
  });
  return [{ name: '全部结果', header: HEADER, rows }];
}

/** What is known by a third party's copy only is marked so in each cell. */
const copied = (named: readonly string[] = []): string =>
  named.length === 0 ? '' : `${named.join('; ')}（第三方抄本）`;

const lowered = (named: string): string => `${named} ${isLowerable(bareId(named)) ? '可降低' : '不可降低'}`;
