/** `result-book`: the sheets of results that are told by the numbers of their units. */
import { clauses } from '../../../checklist/clauses';
import type { AssessmentInput } from '../assessmentInput';
import { controlItem, controlPoint } from './controlItem';
import { isCloud } from './objectSheets';
import { recordedSheets } from './recordedSheets';
import type { Table } from './table';
import { verdictWord } from './verdictWord';

const HEADER = ['扩展标准', '控制点', '测评项', '结果记录', '符合情况', '分值', '编号'];

/** 分值 stays empty: weights are the assessor's. */
export const resultBookTables = (input: AssessmentInput): Table[] =>
  recordedSheets(input, (items) => ({
    header: HEADER,
    rows: items.map(({ item, record }) => [
      isCloud(item) ? '云计算安全扩展要求' : '安全通用要求',
      controlPoint(item.clause),
      controlItem(item.clause),
      record,
      verdictWord[item.state],
      '',
      clauses[item.clause]!.unit ?? '',
    ]),
  }));
