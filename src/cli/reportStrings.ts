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
  templateNeedsFile: {
    en: '--template fills a copy of the workbook: name it with -o.',
    'zh-cn': '--template 填写工作簿的副本：请用 -o 指定副本。',
  },
  templateAlone: {
    en: '--template has its own form: leave --format and --layout out.',
    'zh-cn': '--template 采用工作簿自身的形式：请去掉 --format 和 --layout。',
  },
  templateItself: {
    en: '-o names the template itself, which is never overwritten. Name another file.',
    'zh-cn': '-o 指定的正是模板本身，模板不会被覆盖。请指定其他文件。',
  },
  nothingFilled: {
    en: '{path}: no row of the workbook could be filled, so nothing was written.',
    'zh-cn': '{path}：工作簿中没有可填写的行，因此没有写入。',
  },
  sheetFilled: {
    en: '{sheet}: filled for {object}, rows: {filled}',
    'zh-cn': '{sheet}：已为 {object} 填写 {filled} 行',
  },
  rowsKept: {
    en: '{sheet}: rows that were filled in already stay as they are: {rows}',
    'zh-cn': '{sheet}：已有内容的行保持不变：{rows}',
  },
  rowsUnmatched: {
    en: '{sheet}: rows whose control point and letter are not known here: {rows}',
    'zh-cn': '{sheet}：控制点与字母无法对应的行：{rows}',
  },
  sheetColumns: {
    en: '{sheet}: not filled, it does not have the columns of a sheet of results.',
    'zh-cn': '{sheet}：未填写，没有“控制点、控制项、结果记录、符合情况”各列。',
  },
  sheetNone: {
    en: '{sheet}: not filled, the files describe nothing that it is named after.',
    'zh-cn': '{sheet}：未填写，文件中没有与其名称对应的对象。',
  },
  sheetSeveral: {
    en: '{sheet}: not filled, it may be one of several. Name it after one: {objects}',
    'zh-cn': '{sheet}：未填写，可能对应多个对象。请以其中之一命名：{objects}',
  },
  sheetsMissing: {
    en: 'No sheet in the workbook for: {objects}',
    'zh-cn': '工作簿中没有对应的工作表：{objects}',
  },
  filesMade: { en: '{count} files written to {folder}.', 'zh-cn': '已在 {folder} 写入 {count} 个文件。' },
} as const;

export const sayReport = (
  key: keyof typeof sentences,
  locale: Locale,
  data: Record<string, string | number> = {},
): string => fill(sentences[key][locale], data);
