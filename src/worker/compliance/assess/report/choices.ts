/** The ways to write a report of one file, as a menu of an editor offers them. */
import type { ReportChoice } from '../../../protocol/checklist';
import type { Locale } from '../../../protocol/finding';
import { type ReportLayout, reportLayouts } from './assessmentInput';
import { type AssessmentReporter, assessmentReporters } from './index';
import { isPerObject } from './tables/layouts';

/** Of a comparison there is nothing without an earlier report. */
const LAYOUTS: Readonly<Record<Exclude<ReportLayout, 'appendix-b'>, Record<Locale, string>>> = {
  full: { en: 'everything in one table', 'zh-cn': '完整表' },
  worksheet: { en: 'worksheets by object', 'zh-cn': '按对象的测评记录表' },
  'result-book': { en: 'result book', 'zh-cn': '结果记录导入表' },
  paste: { en: 'cells to paste', 'zh-cn': '可粘贴的单元格' },
  issues: { en: 'rectification list', 'zh-cn': '整改清单' },
};

const wordsOf = (layout: ReportLayout): Record<Locale, string> | undefined =>
  layout in LAYOUTS ? LAYOUTS[layout as keyof typeof LAYOUTS] : undefined;

export const reportChoices = (locale: Locale): ReportChoice[] =>
  Object.entries<AssessmentReporter>(assessmentReporters).flatMap(([format, reporter]) => {
    const { label, extension, hasLayouts, files } = reporter;
    if (!hasLayouts) return [{ format, label, extension }];
    return reportLayouts.flatMap((layout) => {
      const words = wordsOf(layout);
      const isOneFile = !(files && isPerObject(layout));
      const said = words && (locale === 'en' ? `${label}: ${words.en}` : `${label}：${words['zh-cn']}`);
      return said && isOneFile ? [{ format, layout, label: said, extension }] : [];
    });
  });

/** Whether a format and a layout are one of these. */
export const isReportChoice = (format: string, layout: string | undefined): boolean =>
  reportChoices('en').some((choice) => choice.format === format && choice.layout === layout);
