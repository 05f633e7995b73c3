/** The arguments of `report`: how they are read, and what the help says of them. */
import {
  type AssessmentFormat,
  type AssessmentReporter,
  assessmentFormats,
  assessmentReporters,
  DEFAULT_LAYOUT,
  isPerObject,
  type ReportLayout,
  reportLayouts,
} from '../worker/compliance/index';
import type { Locale } from '../worker/protocol/finding';
import { sayLint } from './lintStrings';
import { optionHelp } from './optionHelp';
import { picturesOption } from './picturesOption';
import { type Options, readArguments } from './readArguments';
import { sayReport } from './reportStrings';
import { UsageError } from './usageError';
import { choice, isoDate } from './valueReaders';

export interface ReportArguments {
  help: boolean;
  paths: string[];
  format: AssessmentFormat;
  /** Absent: standard output. */
  output: string | undefined;
  /** Of a format that is a table. */
  layout: ReportLayout;
  /** `output` is a folder: the layout has a table for each thing, and a file of the format holds one. */
  isFolder: boolean;
  /** Path of a workbook that is filled in instead. */
  template: string | undefined;
  /** Path of an earlier report. */
  compare: string | undefined;
  force: boolean;
  config: string | undefined;
  useConfig: boolean;
  checkIgnored: boolean;
  /** Read pictures, too, and look for secrets in their codes. */
  pictures: boolean;
  /** ISO date of the report; absent: today. */
  date: string | undefined;
}

const reporterOf = (format: AssessmentFormat): AssessmentReporter => assessmentReporters[format];

const tableFormats = (locale: Locale): string =>
  assessmentFormats.filter((format) => reporterOf(format).hasLayouts).join(locale === 'en' ? ', ' : '、');

const reportOptions = () =>
  ({
    format: {
      value: { en: 'FORMAT', 'zh-cn': '格式' },
      reader: choice(assessmentFormats),
      about: {
        en: `${assessmentFormats.join(', ')}; default: by the ending of -o, else html`,
        'zh-cn': `${assessmentFormats.join('、')}；默认取决于 -o 的扩展名，否则为 html`,
      },
    },
    layout: {
      value: { en: 'LAYOUT', 'zh-cn': '布局' },
      reader: choice(reportLayouts),
      about: {
        en: `of the tables ${tableFormats('en')}: ${reportLayouts.join(', ')};
default ${DEFAULT_LAYOUT}`,
        'zh-cn': `表格（${tableFormats('zh-cn')}）的布局：${reportLayouts.join('、')}；
默认 ${DEFAULT_LAYOUT}`,
      },
    },
    output: {
      short: 'o',
      value: { en: 'FILE', 'zh-cn': '文件' },
      about: {
        en: 'instead of the standard output; a folder for a csv of each thing (worksheet, result-book, paste)',
        'zh-cn': '写入文件而不是标准输出；每个对象一个 csv 的布局（worksheet、result-book、paste）写入目录',
      },
    },
    template: {
      value: { en: 'BOOK.xlsx', 'zh-cn': '工作簿.xlsx' },
      about: {
        en: "fills a copy of an assessor's own workbook, which -o names",
        'zh-cn': '填写测评机构自己的工作簿，结果写入 -o 指定的副本',
      },
    },
    compare: {
      value: { en: 'OLD.json', 'zh-cn': '旧报告.json' },
      about: {
        en: 'an earlier report as JSON: says what is repaired, open, new, and what cannot be judged',
        'zh-cn': '此前的 JSON 报告：列出已整改、未整改、新增和无法判定的项',
      },
    },
    force: { about: { en: 'replace the file if it exists', 'zh-cn': '文件已存在时替换' } },
    config: {
      value: { en: 'FILE', 'zh-cn': '文件' },
      about: {
        en: 'instead of the nearest .qrcodemaster.yaml above each file, up to its repository',
        'zh-cn': '代替各文件上级最近的 .qrcodemaster.yaml（最高到其仓库顶层）',
      },
    },
    'no-config': { about: { en: 'do not look for a configuration', 'zh-cn': '不查找配置文件' } },
    'check-ignored': {
      about: { en: 'in a folder, also files that .gitignore names', 'zh-cn': '目录中被 .gitignore 排除的文件也检查' },
    },
    pictures: picturesOption,
    date: {
      value: { en: 'DATE', 'zh-cn': '日期' },
      reader: isoDate,
      about: {
        en: 'of the report, and the day by which ends of support and of waivers are judged; default today',
        'zh-cn': '报告日期，也用于判断支持期限和豁免期限；默认今天',
      },
    },
  }) as const satisfies Options;

const head = {
  en: `qr-code-master report PATH… [options]

What the deployment files show of the client's checklist (92 rows) and of the control items of MLPS level 3
(GB/T 22239-2019), thing by thing, with evidence. Suggestions only: the verdict is the assessor's.`,
  'zh-cn': `qr-code-master report 路径… [选项]

部署文件对客户检查清单（92 行）和等保三级（GB/T 22239-2019）各控制项的体现，按对象列出并附证据。
仅为建议值：结论由测评机构作出。`,
};
const tail = {
  en: 'Exit codes: 0 a report was made, 2 wrong usage, or something was not judged (the report says what).',
  'zh-cn': '退出码：0 已生成报告，2 用法错误，或有内容未能检查（报告中列出）。',
};

export const reportHelp = (locale: Locale): string => optionHelp(head, reportOptions(), tail, locale);

/** By the ending of the file; a page where that says nothing. */
const formatOf = (output: string | undefined): AssessmentFormat =>
  assessmentFormats.find((format) => output?.toLowerCase().endsWith(reporterOf(format).extension)) ?? 'html';

/** @throws UsageError */
export function reportArguments(args: string[], locale: Locale): ReportArguments {
  const { values, positionals } = readArguments(args, reportOptions(), locale);
  const { help, layout = DEFAULT_LAYOUT, output, template, compare, force, config, date } = values;
  const format = values.format ?? formatOf(output);
  if (!help && positionals.length === 0) throw new UsageError(sayLint('noPath', locale));
  if (!help && template !== undefined) {
    if (output === undefined) throw new UsageError(sayReport('templateNeedsFile', locale));
    if (values.format || values.layout) throw new UsageError(sayReport('templateAlone', locale));
  }
  const { hasLayouts, isBinary, files } = reporterOf(format);
  if (values.layout && !hasLayouts)
    throw new UsageError(sayReport('noLayout', locale, { format, formats: tableFormats(locale) }));
  if (!help && isBinary && output === undefined) throw new UsageError(sayReport('needsFile', locale, { format }));
  if (!help && layout === 'appendix-b' && compare === undefined)
    throw new UsageError(sayReport('needsEarlier', locale, { layout }));
  const isFolder = files !== undefined && isPerObject(layout);
  if (!help && isFolder && output === undefined) throw new UsageError(sayReport('needsFolder', locale, { layout }));
  return {
    help,
    paths: positionals,
    format,
    output,
    layout,
    template,
    compare,
    isFolder,
    force,
    config,
    useConfig: !values['no-config'],
    checkIgnored: values['check-ignored'],
    pictures: values.pictures,
    date,
  };
}
