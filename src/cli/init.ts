/** `qr-code-master init`: the files of a deployment in which `lint` finds nothing. */
import { scaffold, scaffoldQuestions } from '../worker/compliance/index';
import { asFailure } from '../worker/protocol/errors';
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';
import type { ScaffoldFile } from '../worker/protocol/scaffold';
import { visiblePath } from '../worker/text/visible';
import type { CliIo } from './io';
import { optionHelp } from './optionHelp';
import { type Options, readArguments } from './readArguments';
import { tell } from './tell';
import { tellingUsage, UsageError } from './usageError';
import { existingOf, writeFiles } from './writeFiles';

const ownOptions = {
  dir: {
    value: { en: 'FOLDER', 'zh-cn': '目录' },
    about: { en: 'the same as FOLDER; default: the current folder', 'zh-cn': '与“目录”相同，默认当前目录' },
  },
  'dry-run': { about: { en: 'show the files on stdout, write nothing', 'zh-cn': '在标准输出显示文件，不写入' } },
  'missing-only': {
    about: {
      en: 'leave files that exist as they are, and make the others',
      'zh-cn': '保留已存在的文件，只生成其余文件',
    },
  },
} as const satisfies Options;

/** An option for each question. */
const answerOptions = (): Options =>
  Object.fromEntries(
    scaffoldQuestions().map(({ name, label, about, expected, initial }) => [
      name,
      {
        value: { en: 'VALUE', 'zh-cn': '值' },
        about: {
          en: `${label.en}. ${about.en}\nIt takes: ${expected.en}${initial && `; default ${initial}`}`,
          'zh-cn': `${label['zh-cn']}。${about['zh-cn']}\n可用：${expected['zh-cn']}${initial && `；默认 ${initial}`}`,
        },
      },
    ]),
  );

const sentences = {
  folders: {
    en: 'init makes files in one folder: "{argument}" is one too many.',
    'zh-cn': 'init 只在一个目录中生成文件：“{argument}”多余。',
  },
  exist: {
    en: 'These exist already, and nothing was written: {files}. Choose another folder, or give --missing-only.',
    'zh-cn': '以下文件已存在，未写入任何文件：{files}。请改用其他目录，或使用 --missing-only。',
  },
  both: {
    en: '--dry-run writes nothing: leave --missing-only out.',
    'zh-cn': '--dry-run 不写入文件：请去掉 --missing-only。',
  },
  left: { en: 'Left as they are: {files}.', 'zh-cn': '保持不变：{files}。' },
  made: {
    en: '{count} files made in {folder}. What is left to people stands in DEPLOYMENT.md.',
    'zh-cn': '已在 {folder} 生成 {count} 个文件。其余人工步骤见 DEPLOYMENT.md。',
  },
} satisfies Record<string, Record<Locale, string>>;

const head = {
  en: 'qr-code-master init [FOLDER] [options]\n\nMakes a deployment that meets MLPS level 3: image, compose, proxy, firewall, SSH, logs, backups, CI.',
  'zh-cn':
    'qr-code-master init [目录] [选项]\n\n生成符合等保三级的部署文件：镜像、compose、反向代理、防火墙、SSH、日志、备份、CI。',
};
const tail = {
  en: 'Files are never overwritten. Exit codes: 0 fine, 2 wrong usage, or files that exist or cannot be written.',
  'zh-cn': '不会覆盖任何文件。退出码：0 正常，2 用法错误，或文件已存在、无法写入。',
};

/** Exit code 0, or 2 for wrong usage, files that exist and files that cannot be written. */
export const run = (args: string[], io: CliIo): Promise<number> => tellingUsage(io, () => init(args, io));

function init(args: string[], io: CliIo): number {
  const { stdout, locale } = io;
  const say = (sentence: keyof typeof sentences, data: Record<string, string | number>) =>
    fill(sentences[sentence][locale], data);
  const options = { ...ownOptions, ...answerOptions() };
  const { values, positionals } = readArguments(args, options, locale);
  const { help, dir: named, 'dry-run': isDry, 'missing-only': isPartial, ...answers } = values;
  const [dir = '.', surplus] = [...positionals, ...(named === undefined ? [] : [named])];
  if (help) {
    stdout(optionHelp(head, options, tail, locale));
    return 0;
  }
  if (surplus !== undefined) throw new UsageError(say('folders', { argument: surplus }));
  if (isDry && isPartial) throw new UsageError(say('both', {}));
  const files = filesOf(answers, locale);
  if (isDry) {
    stdout(files.map(({ path, text }) => `==> ${path} <==\n${text}`).join('\n'));
    return 0;
  }
  const existing = existingOf(dir, files);
  const names = [...existing].map(visiblePath).join(locale === 'en' ? ', ' : '、');
  if (existing.size > 0 && !isPartial) throw new UsageError(say('exist', { files: names }));
  const missing = files.filter(({ path }) => !existing.has(path));
  writeFiles(dir, missing);
  if (existing.size > 0) tell(io, say('left', { files: names }));
  io.note?.({ op: 'create', target: dir, result: 'ok', detail: { files: missing.length } });
  tell(io, say('made', { count: missing.length, folder: visiblePath(dir) }));
  return 0;
}

/** @throws UsageError that names the option */
function filesOf(given: Record<string, unknown>, locale: Locale): ScaffoldFile[] {
  const answers = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  try {
    return scaffold(answers, locale);
  } catch (error) {
    const { code, message, data } = asFailure(error, locale);
    if (code !== 'scaffold-answer') throw error;
    throw new UsageError(`--${data?.question}: ${message}`);
  }
}
