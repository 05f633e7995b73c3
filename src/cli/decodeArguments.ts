/** The arguments of `decode`: how they are read, and what the help says of them. */
import type { Locale } from '../worker/protocol/finding';
import { type DecodeOptions, efforts, formatChoices } from '../worker/protocol/picture';
import { MAX_PIXELS, MAX_TIMEOUT_MS } from '../worker/qr/read';
import { optionHelp } from './optionHelp';
import { type Options, readArguments } from './readArguments';
import { UsageError } from './usageError';
import { choice, whole } from './valueReaders';

export const outputFormats = ['text', 'raw', 'json', 'jsonl'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface DecodeArguments {
  help: boolean;
  /** Files and folders; `-` is stdin. */
  paths: string[];
  recursive: boolean;
  format: OutputFormat;
  /** Decode threads; undefined leaves it to the machine. */
  jobs?: number;
  options: DecodeOptions;
}

/** More than any machine has cores: what is over that is a mistake. */
const MAX_JOBS = 4096;

const family = choice(formatChoices);

const decodeOptions = {
  recursive: {
    short: 'r',
    about: { en: 'also look into the folders inside a folder', 'zh-cn': '同时查找文件夹中的子文件夹' },
  },
  format: {
    value: outputFormats.join('|'),
    reader: choice(outputFormats),
    about: {
      en: 'text (default): a line per code, controls and line breaks escaped;\nraw: the text as it is, for a file; jsonl: an object per picture, in input order',
      'zh-cn':
        'text（默认）：每个二维码一行，控制字符和换行以转义形式显示；\nraw：原样输出文本，用于写入文件；jsonl：按输入顺序每张图片输出一个对象',
    },
  },
  effort: {
    value: efforts.join('|'),
    reader: choice(efforts),
    about: {
      en: 'one try; the usual; everything we know (default normal)',
      'zh-cn': '只试一次；常规；用尽所有方法（默认 normal）',
    },
  },
  formats: {
    value: formatChoices.join('|'),
    // An older name of qr.
    reader: { ...family, read: (value: string) => family.read(value === 'qr-all' ? 'qr' : value) },
    about: {
      en: 'the QR Code family (models 1 and 2, Micro QR, rMQR); every code the engine knows (default qr)',
      'zh-cn': 'QR 码家族（模式 1 与 2、Micro QR、rMQR）；引擎支持的所有条码（默认 qr）',
    },
  },
  jobs: {
    value: 'N',
    reader: whole(1, MAX_JOBS),
    about: {
      en: 'pictures read at the same time (default and at most: one per core, as memory allows)',
      'zh-cn': '同时识别的图片数（默认且最多：每核一个，视内存而定）',
    },
  },
  'timeout-ms': {
    value: 'N',
    reader: whole(1, MAX_TIMEOUT_MS),
    about: {
      en: 'time limit for one picture (default 10000, at most 86400000)',
      'zh-cn': '每张图片的时间上限（默认 10000，最大 86400000）',
    },
  },
  'max-pixels': {
    value: 'N',
    reader: whole(1, MAX_PIXELS),
    about: {
      en: 'larger pictures are refused (default 100000000, at most 400000000)',
      'zh-cn': '超过此像素数的图片将被拒绝（默认 100000000，最大 400000000）',
    },
  },
} as const satisfies Options;

const head = {
  en: 'qr-code-master decode PATH… | -   read the QR codes of pictures (PNG, JPEG, BMP, GIF, WebP, TIFF, ICO)',
  'zh-cn': 'qr-code-master decode 路径… | -   识别图片中的二维码（PNG、JPEG、BMP、GIF、WebP、TIFF、ICO）',
};
const tail = {
  en: 'Exit codes: 0 every picture was read, 1 some picture has no symbol, 2 wrong usage or unreadable picture.',
  'zh-cn': '退出码：0 全部识别成功，1 有图片中没有二维码，2 用法错误或图片无法打开。',
};
const noPath = {
  en: 'decode needs at least one PATH, or - for stdin.',
  'zh-cn': 'decode 需要至少一个路径，或用 - 表示标准输入。',
};

export const decodeHelp = (locale: Locale): string => optionHelp(head, decodeOptions, tail, locale);

/** @throws UsageError */
export function decodeArguments(args: string[], locale: Locale): DecodeArguments {
  const { values, positionals } = readArguments(args, decodeOptions, locale);
  if (!values.help && positionals.length === 0) throw new UsageError(noPath[locale]);
  const { help, recursive, format = 'text', jobs, effort, formats } = values;
  const options = { effort, formats, timeoutMs: values['timeout-ms'], maxPixels: values['max-pixels'] };
  return { help, paths: positionals, recursive, format, jobs, options };
}
