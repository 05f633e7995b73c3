/** The arguments of `decode`: how they are read, and what the help says of them. */
import type { Locale } from '../worker/protocol/finding';
import { type Corners, type DecodeOptions, efforts, formatChoices } from '../worker/protocol/picture';
import { MAX_PLACE, type ToolChoices, toolRanges, toolsOf } from '../worker/protocol/pictureTools';
import { MAX_PIXELS, MAX_TIMEOUT_MS } from '../worker/qr/read';
import { type ExportFile, endings, exportOf } from './exportFile';
import { optionHelp } from './optionHelp';
import { type Options, readArguments } from './readArguments';
import { UsageError } from './usageError';
import { choice, decimal, numbers, whole } from './valueReaders';

export const outputFormats = ['text', 'raw', 'json', 'jsonl'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface DecodeArguments {
  help: boolean;
  /** Files and folders; `-` is stdin. */
  paths: string[];
  recursive: boolean;
  /** Take what git ignores, too. */
  readIgnored: boolean;
  /** Absent where the answers go into a file alone. */
  format: OutputFormat | undefined;
  /** A file for a table of all answers. */
  exported: ExportFile | undefined;
  /** Replace that file. */
  force: boolean;
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
  'read-ignored': {
    about: { en: 'in a folder, also pictures that .gitignore names', 'zh-cn': '目录中被 .gitignore 排除的图片也识别' },
  },
  export: {
    value: { en: 'FILE', 'zh-cn': '文件' },
    about: {
      en: `write a table of all codes, secrets among them, into a file (${endings('en')});\nnothing is printed but with --format`,
      'zh-cn': `将所有二维码（含机密）写入表格文件（${endings('zh-cn')}）；\n除非另给 --format，否则不输出到标准输出`,
    },
  },
  force: { about: { en: 'replace that file if it exists', 'zh-cn': '该文件已存在时替换' } },
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
  crop: {
    value: 'X,Y,W,H',
    reader: numbers(4, 0, MAX_PLACE),
    about: {
      en: 'read this part alone: left, top, width, height in pixels',
      'zh-cn': '只识别此部分：左、上、宽、高（像素）',
    },
  },
  corners: {
    value: 'X1,Y1,…,X4,Y4',
    reader: numbers(8, -MAX_PLACE, MAX_PLACE),
    about: {
      en: 'read what lies between these four points, in turn from the top left, as if seen from the front',
      'zh-cn': '将这四个点（从左上角起依次给出）之间的区域校正为正面视角后识别',
    },
  },
  rotate: {
    value: { en: 'DEGREES', 'zh-cn': '度数' },
    reader: decimal(...toolRanges.degrees),
    about: {
      en: 'turn it clockwise first; the other way as --rotate=-15',
      'zh-cn': '先顺时针旋转；逆时针写作 --rotate=-15',
    },
  },
  invert: {
    about: { en: 'swap dark and light first', 'zh-cn': '先将深浅反转' },
  },
  brightness: {
    value: 'N',
    reader: decimal(...toolRanges.by),
    about: {
      en: 'lighten it first, up to 100, or darken it, as --brightness=-30',
      'zh-cn': '先调亮（最大 100）；调暗写作 --brightness=-30',
    },
  },
  contrast: {
    value: 'N',
    reader: decimal(...toolRanges.by),
    about: { en: 'raise the contrast first, up to 100', 'zh-cn': '先提高对比度（最大 100）' },
  },
  threshold: {
    value: 'N',
    reader: whole(...toolRanges.at),
    about: {
      en: 'make it black and white first: white from N of 255 on',
      'zh-cn': '先转为黑白：亮度（0 到 255）不低于 N 的为白色',
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

const oneArea = {
  en: 'Take either --crop or --corners: their places are both those of the whole picture.',
  'zh-cn': '--crop 与 --corners 只能使用其一：两者的坐标都以整张图片为准。',
};

export const decodeHelp = (locale: Locale): string => optionHelp(head, decodeOptions, tail, locale);

/** @throws UsageError */
export function decodeArguments(args: string[], locale: Locale): DecodeArguments {
  const { values, positionals } = readArguments(args, decodeOptions, locale);
  if (!values.help && positionals.length === 0) throw new UsageError(noPath[locale]);
  const { help, recursive, jobs, effort, formats, force } = values;
  const exported = exportOf(values.export, force, locale);
  if (values.crop && values.corners) throw new UsageError(oneArea[locale]);
  const { rotate: degrees, invert, brightness, contrast, threshold } = values;
  const tools = toolsOf({
    ...areaOf(values.crop, values.corners),
    degrees,
    invert,
    brightness,
    contrast,
    threshold,
  });
  const options: DecodeOptions = {
    effort,
    formats,
    timeoutMs: values['timeout-ms'],
    maxPixels: values['max-pixels'],
    ...(tools.length && { tools }),
  };
  return {
    help,
    paths: positionals,
    recursive,
    readIgnored: values['read-ignored'],
    format: values.format ?? (exported ? undefined : 'text'),
    exported,
    force,
    jobs,
    options,
  };
}

/** @param crop left, top, width, height @param corners x, y, x, y … */
function areaOf(crop: number[] | undefined, corners: number[] | undefined): Pick<ToolChoices, 'crop' | 'corners'> {
  const [x = 0, y = 0, width = 0, height = 0] = crop ?? [];
  const points = [0, 2, 4, 6].map((i) => [corners?.[i] ?? 0, corners?.[i + 1] ?? 0]) as Corners;
  return { ...(crop && { crop: { x, y, width, height } }), ...(corners && { corners: points }) };
}
