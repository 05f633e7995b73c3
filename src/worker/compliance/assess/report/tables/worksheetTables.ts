/** `worksheet`: the sheets of results of an assessor's workbook. */
import type { AssessmentInput } from '../assessmentInput';
import { controlItem, controlPoint } from './controlItem';
import { recordedSheets } from './recordedSheets';
import type { Table } from './table';
import { verdictWord } from './verdictWord';

const HEADER = ['序号', '控制点', '控制项', '结果记录', '符合情况', '证据文件'];

export const worksheetTables = (input: AssessmentInput): Table[] =>
  recordedSheets(input, (items) => ({
    header: HEADER,
    rows: items.map(({ item, record, evidence }, i) => [
      String(i + 1),
      controlPoint(item.clause),
      controlItem(item.clause),
      record,
      verdictWord[item.state],
      evidence(),
    ]),
  }));
