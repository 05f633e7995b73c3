/** What `report` says on stderr, in both languages. */
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';

const sentences = {
  noLayout: {
    en: '--layout is for tables ({formats}), not for {format}.',
    'zh-cn': '--layout 用于表格（{formats}），不适用于 {format}。',
  },
  needsFile: {
    en: 'A report in the format {format} is written to a file: name it with -o.',
    'zh-cn': '{format} 格式的报告须写入文件：请用 -o 指定。',
  },
  needsFolder: {
    en: 'The layout {layout} has a table for each thing, as csv a file for each: name a folder with -o.',
    'zh-cn': '布局 {layout} 每个对象一张表，csv 时每张表一个文件：请用 -o 指定目录。',
  },
  needsEarlier: {
    en: 'The layout {layout} compares with an earlier report: name it with --compare.',
    'zh-cn': '布局 {layout} 与此前的报告对比：请用 --compare 指定。',
  },
  earlier: { en: '{path}: {reason}', 'zh-cn': '{path}：{reason}' },
  filesMade: { en: '{count} files written to {folder}.', 'zh-cn': '已在 {folder} 写入 {count} 个文件。' },
} as const;

export const sayReport = (
  key: keyof typeof sentences,
  locale: Locale,
  data: Record<string, string | number> = {},
): string => fill(sentences[key][locale], data);
