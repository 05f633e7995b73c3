/** What became of an earlier report's findings (附录 B), as every format shows it. */
import type { Assessment, Change } from '../../../../protocol/assessment';
import { changeStateWords } from '../../../../protocol/assessmentWords';
import type { Locale } from '../../../../protocol/finding';
import { objectTitle } from './objectTitle';

const HEADER: Readonly<Record<Locale, readonly string[]>> = {
  en: ['No.', 'Problem (before)', 'Rule', 'Object', 'Place before', 'State now', 'Place now', 'Date', 'Commit'],
  'zh-cn': ['序号', '问题（上次）', '规则', '对象', '上次位置', '本次状态', '本次位置', '日期', '提交'],
};

interface ChangeTable {
  header: readonly string[];
  rows: string[][];
}

/**
 * Dates are those of both reports. The commit stays empty: files do not tell it.
 * @returns no rows where nothing was compared
 */
export function changeTable({ changes, findings, objects, date }: Assessment, locale: Locale): ChangeTable {
  const row = ({ state, rule, before, after }: Change, index: number): string[] => {
    const now = after === undefined ? undefined : findings[after]!;
    const object = before?.object ?? (now?.object === undefined ? undefined : objects[now.object]);
    return [
      String(index + 1),
      before?.message ?? now?.message ?? '',
      rule,
      object ? objectTitle(object) : '',
      before ? `${before.path}:${before.line}` : '',
      changeStateWords[state][locale],
      now ? `${now.path}:${now.line}` : '',
      before ? `${changes!.since.date} → ${date}` : date,
      '',
    ];
  };
  return { header: HEADER[locale], rows: (changes?.all ?? []).map(row) };
}
