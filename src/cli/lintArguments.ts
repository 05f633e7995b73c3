/** The arguments of `lint`: how they are read, and what the help says of them. */
import { type ReportFormat, reportFormats } from '../worker/compliance/index';
import { type Locale, type Profile, profiles, type Severity, severities } from '../worker/protocol/finding';
import { sayLint } from './lintStrings';
import { optionHelp } from './optionHelp';
import { picturesOption } from './picturesOption';
import { type Options, readArguments } from './readArguments';
import { UsageError } from './usageError';
import { choice, isoDate } from './valueReaders';

export interface LintArguments {
  help: boolean;
  paths: string[];
  profile: Profile | undefined;
  config: string | undefined;
  format: ReportFormat;
  fix: 'none' | 'safe' | 'all';
  failOn: Severity | 'never';
  stdinName: string | undefined;
  group: boolean;
  /** Look for a configuration. */
  useConfig: boolean;
  inlineSuppressions: boolean;
  /** A folder is searched for files that git ignores, too. */
  checkIgnored: boolean;
  /** Read pictures, too, and look for secrets in their codes. */
  pictures: boolean;
  /** File of findings that fail nothing. */
  baseline: string | undefined;
  /** Heed the baseline that a configuration names. */
  useBaseline: boolean;
  /** File that what is found is written to. */
  writeBaseline: string | undefined;
  /** ISO date; undefined: by the clock. */
  today: string | undefined;
}

const lintOptions = {
  profile: {
    value: { en: 'PROFILE', 'zh-cn': '配置档' },
    reader: choice(profiles),
    about: {
      en: 'recommended (default, or what the configuration says) or mlps3',
      'zh-cn': 'recommended（默认，或由配置文件决定）或 mlps3',
    },
  },
  config: {
    value: { en: 'FILE', 'zh-cn': '文件' },
    about: {
      en: 'instead of the nearest .qrcodemaster.yaml above each file, up to its repository',
      'zh-cn': '代替各文件上级最近的 .qrcodemaster.yaml（最高到其仓库顶层）',
    },
  },
  format: {
    value: { en: 'FORMAT', 'zh-cn': '格式' },
    reader: choice(reportFormats),
    about: {
      en: `${reportFormats.join(', ')} (annotations); default text`,
      'zh-cn': `${reportFormats.join('、')}（注释）；默认 text`,
    },
  },
  fix: { about: { en: 'apply fixes that keep the behaviour', 'zh-cn': '应用不改变行为的修复' } },
  'fix-unsafe': {
    about: { en: 'apply all fixes, also those that change the behaviour', 'zh-cn': '应用全部修复，包括改变行为的' },
  },
  'fail-on': {
    value: { en: 'SEVERITY', 'zh-cn': '级别' },
    reader: choice([...severities, 'never']),
    about: {
      en: `exit 1 from this severity on: ${severities.join(', ')} or never; default error`,
      'zh-cn': `达到该级别时退出码为 1：${severities.join('、')} 或 never；默认 error`,
    },
  },
  'stdin-filename': {
    value: { en: 'FILE', 'zh-cn': '名称' },
    about: { en: 'the name that - is judged by', 'zh-cn': '以此文件名判断 - 的内容' },
  },
  'no-config': { about: { en: 'do not look for a configuration', 'zh-cn': '不查找配置文件' } },
  'no-inline-suppressions': { about: { en: 'comments in files suppress nothing', 'zh-cn': '忽略文件中的抑制注释' } },
  'check-ignored': {
    about: { en: 'in a folder, also files that .gitignore names', 'zh-cn': '目录中被 .gitignore 排除的文件也检查' },
  },
  pictures: picturesOption,
  baseline: {
    value: { en: 'FILE', 'zh-cn': '文件' },
    about: {
      en: 'findings that stand in it are marked and fail nothing',
      'zh-cn': '该文件中已有的发现只作标记，不算失败',
    },
  },
  'no-baseline': {
    about: { en: 'not even the one that a configuration names', 'zh-cn': '配置文件指定的基线也不采用' },
  },
  'write-baseline': {
    value: { en: 'FILE', 'zh-cn': '文件' },
    about: { en: 'write what is found to it, and fail for nothing of that', 'zh-cn': '将发现写入该文件，且不因此失败' },
  },
  today: {
    value: { en: 'DATE', 'zh-cn': '日期' },
    reader: isoDate,
    about: { en: 'judge as on this day, such as 2027-01-31', 'zh-cn': '按该日期检查，如 2027-01-31' },
  },
  'no-group': {
    about: {
      en: 'every missing setting of a container by itself (always so in formats for machines)',
      'zh-cn': '逐条列出容器缺失的设置（供程序读取的格式始终如此）',
    },
  },
} as const satisfies Options;

const head = {
  en: `qr-code-master lint PATH… [options]

Checks deployment files against MLPS level 3 (GB/T 22239-2019). A folder is searched for them; - reads standard input.
In a folder, scripts, Makefiles, Jenkinsfiles, units and Markdown count if they speak of containers;
a file that is named is always checked.`,
  'zh-cn': `qr-code-master lint 路径… [选项]

按等保三级（GB/T 22239-2019）检查部署文件。目录会被搜索；- 表示标准输入。
目录中的脚本、Makefile、Jenkinsfile、systemd 单元和 Markdown 仅在内容涉及容器时检查；直接指定的文件总会检查。`,
};
const tail = {
  en: 'Exit code: 0 nothing at or above --fail-on but what a baseline has, 1 findings, 2 wrong usage, a wrong configuration\nor baseline, or a file that was not judged.',
  'zh-cn': '退出码：0 除基线中已有的外没有达到 --fail-on 的发现，1 有发现，2 用法、配置或基线有误，或有文件未能检查。',
};

export const lintHelp = (locale: Locale): string => optionHelp(head, lintOptions, tail, locale);

/** @throws UsageError */
export function lintArguments(args: string[], locale: Locale): LintArguments {
  const { values, positionals } = readArguments(args, lintOptions, locale);
  if (!values.help && positionals.length === 0) throw new UsageError(sayLint('noPath', locale));
  const { help, profile, config, format = 'text', baseline, today } = values;
  const writeBaseline = values['write-baseline'];
  if (baseline !== undefined && (writeBaseline !== undefined || values['no-baseline']))
    throw new UsageError(sayLint('oneBaseline', locale));
  return {
    help,
    paths: positionals,
    profile,
    config,
    format,
    fix: values['fix-unsafe'] ? 'all' : values.fix ? 'safe' : 'none',
    failOn: values['fail-on'] ?? 'error',
    stdinName: values['stdin-filename'],
    group: !values['no-group'],
    useConfig: !values['no-config'],
    inlineSuppressions: !values['no-inline-suppressions'],
    checkIgnored: values['check-ignored'],
    pictures: values.pictures,
    baseline,
    useBaseline: !values['no-baseline'],
    writeBaseline,
    today,
  };
}
