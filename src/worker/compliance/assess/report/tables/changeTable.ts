/** What became of an earlier report's findings (附录 B), as a worksheet shows it. */
import type { Assessment } from '../../../../protocol/assessment';
import { changeStateWords } from '../../../../protocol/assessmentWords';
import { type ChangeRow, changeRows } from '../changeRows';
import { objectTitle } from './objectTitle';

const HEADER = ['序号', '问题（上次）', '规则', '对象', '上次位置', '本次状态', '本次位置', '日期', '提交'];

interface ChangeTable {
  header: readonly string[];
  rows: string[][];
}

/**
 * Dates are those of both reports. The commit stays empty: files do not tell it.
 * @returns no rows where nothing was compared
 */
export function changeTable(assessment: Assessment): ChangeTable {
  const { changes, date } = assessment;
  const row = ({ change, message, object, placeBefore, placeNow }: ChangeRow, index: number): string[] => [
    String(index + 1),
    message,
    change.rule,
    object ? objectTitle(object) : '',
    placeBefore,
    changeStateWords[change.state]['zh-cn'],
    placeNow,
    change.before ? `${changes!.since.date} → ${date}` : date,
    '',
  ];
  return { header: HEADER, rows: changeRows(assessment).map(row) };
}
