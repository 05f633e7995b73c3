/** The arguments of `decode`: what they mean, and what is said when they are wrong. */
import { parseArgs } from 'node:util';
import type { Locale } from '../worker/protocol/finding';
import { type DecodeOptions, efforts, formatChoices } from '../worker/protocol/picture';
import { MAX_PIXELS, MAX_TIMEOUT_MS } from '../worker/qr/read';

export const outputFormats = ['text', 'raw', 'json', 'jsonl'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface DecodeArgs {
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

const help: Record<Locale, string> = {
  en: `qr-code-master decode PATH… | -   read the QR codes of pictures (PNG, JPEG, BMP, GIF, WebP, TIFF, ICO)

  --recursive             also look into the folders inside a folder
  --format text|raw|json|jsonl   text (default): a line per code, controls and line breaks escaped;
                          raw: the text as it is, for a file; jsonl: an object per picture, in input order
  --effort fast|normal|thorough   one try; the usual; everything we know (default normal)
  --formats qr|all        the QR Code family (models 1 and 2, Micro QR, rMQR); every code the engine knows (default qr)
  --jobs N                pictures read at the same time (default and at most: one per core, as memory allows)
  --timeout-ms N          time limit for one picture (default 10000, at most 86400000)
  --max-pixels N          larger pictures are refused (default 100000000, at most 400000000)
  --lang en|zh-CN         the language

Exit codes: 0 every picture was read, 1 some picture has no symbol, 2 wrong usage or unreadable picture.
`,
  'zh-cn': `qr-code-master decode 路径… | -   识别图片中的二维码（PNG、JPEG、BMP、GIF、WebP、TIFF、ICO）

  --recursive             同时查找文件夹中的子文件夹
  --format text|raw|json|jsonl   text（默认）：每个二维码一行，控制字符和换行以转义形式显示；
                          raw：原样输出文本，用于写入文件；jsonl：按输入顺序每张图片输出一个对象
  --effort fast|normal|thorough   只试一次；常规；用尽所有方法（默认 normal）
  --formats qr|all        QR 码家族（模式 1 与 2、Micro QR、rMQR）；引擎支持的所有条码（默认 qr）
  --jobs N                同时识别的图片数（默认且最多：每核一个，视内存而定）
  --timeout-ms N          每张图片的时间上限（默认 10000，最大 86400000）
  --max-pixels N          超过此像素数的图片将被拒绝（默认 100000000，最大 400000000）
  --lang en|zh-CN         语言

退出码：0 全部识别成功，1 有图片中没有二维码，2 用法错误或图片无法打开。
`,
};

const wrong = {
  en: {
    noPath: 'decode needs at least one PATH, or - for stdin.',
    unknown: (reason: string) => `${reason} See decode --help.`,
    choice: (name: string, allowed: readonly string[]) => `--${name} takes one of: ${allowed.join(', ')}.`,
    number: (name: string, max: number) => `--${name} takes a whole number from 1 to ${max}.`,
  },
  'zh-cn': {
    noPath: 'decode 需要至少一个路径，或用 - 表示标准输入。',
    unknown: (reason: string) => `${reason} 请参阅 decode --help。`,
    choice: (name: string, allowed: readonly string[]) => `--${name} 的可选值：${allowed.join('、')}。`,
    number: (name: string, max: number) => `--${name} 须为 1 到 ${max} 之间的整数。`,
  },
} as const;

class WrongUsage extends Error {}

/** The arguments after `decode`; `{help}` and `{wrong}` carry the text to show. */
export function parseDecodeArgs(args: string[], locale: Locale): DecodeArgs | { help: string } | { wrong: string } {
  const say = wrong[locale];
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        recursive: { type: 'boolean', short: 'r' },
        format: { type: 'string' },
        effort: { type: 'string' },
        formats: { type: 'string' },
        jobs: { type: 'string' },
        'timeout-ms': { type: 'string' },
        'max-pixels': { type: 'string' },
      },
    });
    if (values.help) return { help: help[locale] };
    if (!positionals.length) throw new WrongUsage(say.noPath);
    const choice = <T extends string>(name: 'format' | 'effort' | 'formats', allowed: readonly T[]): T | undefined => {
      const value = values[name];
      if (value !== undefined && !(allowed as readonly string[]).includes(value)) throw new WrongUsage(say.choice(name, allowed));
      return value as T | undefined;
    };
    const whole = (name: 'jobs' | 'timeout-ms' | 'max-pixels', max: number): number | undefined => {
      const value = values[name];
      if (value !== undefined && (!/^[1-9]\d{0,11}$/.test(value) || Number(value) > max)) throw new WrongUsage(say.number(name, max));
      return value === undefined ? undefined : Number(value);
    };
    return {
      paths: positionals,
      recursive: values.recursive ?? false,
      format: choice('format', outputFormats) ?? 'text',
      jobs: whole('jobs', MAX_JOBS),
      options: {
        effort: choice('effort', efforts),
        // An older name of qr.
        formats: values.formats === 'qr-all' ? 'qr' : choice('formats', formatChoices),
        timeoutMs: whole('timeout-ms', MAX_TIMEOUT_MS),
        maxPixels: whole('max-pixels', MAX_PIXELS),
      },
    };
  } catch (error) {
    if (error instanceof WrongUsage) return { wrong: error.message };
    return { wrong: say.unknown(error instanceof Error ? error.message : String(error)) };
  }
}
