/** The sentences of a report about baselines: whoever wrote one decided what fails. */
import type { Finding, Locale } from '../../protocol/finding';
import { IN_BASELINE } from '../baseline/baseline';
import type { ReportInput, UsedBaseline } from './reportInput';

/** Of a path and counts; to be escaped by who prints it. */
export function baselineLine({ path, unchanged, absent }: UsedBaseline, locale: Locale): string {
  if (locale === 'zh-cn') return `基线：${path}（已有 ${unchanged} 项，已消失 ${absent} 项）`;
  return `Baseline: ${path} (${unchanged} still there, ${absent} gone)`;
}

/** Behind a finding that it covers; to be escaped likewise. */
export const baselineMark = ({ baselineState }: Finding, locale: Locale): string => {
  if (baselineState !== 'unchanged') return '';
  return locale === 'zh-cn' ? `（${IN_BASELINE[locale]}）` : ` (${IN_BASELINE[locale]})`;
};

const GONE: Record<Locale, string> = { en: 'No longer found: ', 'zh-cn': '已消失：' };

/** One line for each entry of a baseline that is no longer found. */
export const absentLines = ({ files, rules, locale }: Pick<ReportInput, 'files' | 'rules' | 'locale'>): string[] =>
  files.flatMap(({ path, absent = [] }) =>
    absent.map(({ rule, message, count }) => {
      const title = rules.find(({ id }) => id === rule)?.title[locale] ?? message;
      const colon = locale === 'zh-cn' ? '：' : ': ';
      return `${GONE[locale]}${path}${colon}${rule} ${title}${count > 1 ? ` (${count})` : ''}`;
    }),
  );
