/** What became of an earlier report's findings (附录 B), as a worksheet shows it. */
import type { Assessment } from '../../../../protocol/assessment';
import { changeStateWords } from '../../../../protocol/assessmentWords';
import { fill } from '../../../../protocol/fill';
import { type ChangeRow, changeRows } from '../changeRows';
import { phrases } from '../phrases';
import { objectTitle } from './objectTitle';

const HEADER = ['序号', '问题（上次）', '规则', '对象', '上次位置', '本次状态', '本次位置', '日期', '提交'];

/** Of each state. */
const MOST_ROWS = 3000;

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
  const { rows, left } = changeRows(assessment, MOST_ROWS);
  const counted = [...left].map(([state, count]): string[] => {
    const unlisted = fill(phrases.unlistedChanges['zh-cn'], { count });
    return ['…', unlisted, '', '', '', changeStateWords[state]['zh-cn'], '', '', ''];
  });
  return { header: HEADER, rows: [...rows.map(row), ...counted] };
}
