/** The errors of earlier reports that one is compared with, as `errors.ts` has them. */
import type { Locale } from './finding';

export const earlierReportSentences = {
  'report-not-json': {
    en: 'This is not JSON, so it is no report to compare with. Name a report that was made with --format json.',
    'zh-cn': '文件不是 JSON，无法作为对比的报告。请指定用 --format json 生成的报告。',
  },
  'report-shape': {
    en: 'This is no report to compare with: {at} is missing or has another form. Name a report that was made with --format json.',
    'zh-cn': '文件不是可对比的报告：缺少 {at} 或其形式不正确。请指定用 --format json 生成的报告。',
  },
  'report-newer': {
    en: 'This report has the form {version}, and this version of QR Code Master reads up to {known}. Update it, or make the report again.',
    'zh-cn': '该报告的格式版本为 {version}，而此版本的 QR Code Master 最高支持 {known}。请更新，或重新生成报告。',
  },
} as const satisfies Record<string, Record<Locale, string>>;
