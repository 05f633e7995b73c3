/**
 * The errors of what a report is made with, as `errors.ts` has them: earlier reports that it is compared
 * with, and workbooks that are to be filled in.
 */
import type { Locale } from './finding';

export const reportSentences = {
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
  'book-not-xlsx': {
    en: 'This is no Excel workbook (.xlsx), or it is protected by a password. Save it as .xlsx without one.',
    'zh-cn': '文件不是 Excel 工作簿（.xlsx），或设有打开密码。请另存为不带密码的 .xlsx。',
  },
  'book-macros': {
    en: 'The workbook holds macros, which are not copied. Save it as .xlsx without macros.',
    'zh-cn': '工作簿含有宏，不予复制。请另存为不含宏的 .xlsx。',
  },
  'book-damaged': {
    en: 'The workbook is damaged, or made by a program that does not keep to the format. Open it in Excel or LibreOffice and save it again.',
    'zh-cn': '工作簿已损坏，或其生成程序不符合格式规范。请用 Excel 或 LibreOffice 打开后重新保存。',
  },
  'book-too-large': {
    en: 'The workbook unpacks to more than is read of one. Take sheets out of it that have nothing to do with the results.',
    'zh-cn': '工作簿解压后的内容超出可读取的上限。请删去与结果无关的工作表。',
  },
} as const satisfies Record<string, Record<Locale, string>>;
