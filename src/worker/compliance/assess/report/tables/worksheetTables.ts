/** `worksheet`: the sheets of results of an assessor's workbook. */
import type { AssessmentInput } from '../assessmentInput';
import { controlItem, controlPoint } from './controlItem';
import { itemRecords } from './itemRecord';
import { objectSheets } from './objectSheets';
import type { Table } from './table';
import { verdictWord } from './verdictWord';

const HEADER = ['序号', '控制点', '控制项', '结果记录', '符合情况', '证据文件'];

export function worksheetTables({ assessment, locale }: AssessmentInput): Table[] {
  const records = itemRecords(assessment, locale);
  return objectSheets(assessment).map(({ name, items }) => ({
    name,
    header: HEADER,
    rows: items.map((item, i) => [
      String(i + 1),
      controlPoint(item.clause),
      controlItem(item.clause),
      records.of(item),
      verdictWord[item.state],
      records.evidence(item),
    ]),
  }));
}
