/** What `encode` says on stderr and in its help, in both languages. */
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';
import type { Words } from './readArguments';

/** Before and behind the options. */
export const encodeHelp = {
  head: {
    en: `qr-code-master encode [TEXT | -] [options]

Makes a QR code of TEXT (- or nothing: standard input, taken byte for byte as UTF-8) and reads it back before it is written.`,
    'zh-cn': `qr-code-master encode [文本 | -] [选项]

把文本（为 - 或省略时读取标准输入，按 UTF-8 逐字节处理）生成二维码，写出前先回读验证。`,
  },
  tail: {
    en: 'Exit codes: 0 everything was written, 1 some rows of a batch were not, 2 wrong usage or unreadable input.',
    'zh-cn': '退出码：0 全部写出，1 批量中有行失败，2 用法错误或输入无法读取。',
  },
} satisfies Record<string, Words>;

type Values = Record<string, string | number>;

const sentences = {
  shareWithoutLogo: {
    en: '--logo-share belongs to a --logo; give one.',
    'zh-cn': '--logo-share 需与 --logo 一起使用。',
  },
  scanMargin: { en: 'Robustness {score} of 100. {message}', 'zh-cn': '抗干扰能力 {score}/100。{message}' },
  oneText: {
    en: 'Give one text, not {count}; put quotes around a text with spaces.',
    'zh-cn': '请只给出一个文本，而不是 {count} 个；含空格的文本请加引号。',
  },
  fieldWithoutKind: { en: '--field belongs to a --kind; give one.', 'zh-cn': '--field 需与 --kind 一起使用。' },
  kindAndText: {
    en: 'Give either a text or a --kind with its fields, not both.',
    'zh-cn': '文本与 --kind 只能二选一。',
  },
  fieldShape: { en: 'Write a field as --field NAME=VALUE.', 'zh-cn': '字段应写作 --field 名称=值。' },
  batchOnly: { en: '{option} belongs to --batch.', 'zh-cn': '{option} 需与 --batch 一起使用。' },
  notWithBatch: {
    en: "'{option}' does not go together with --batch.",
    'zh-cn': "'{option}' 不能与 --batch 一起使用。",
  },
  outDirMissing: {
    en: 'A batch needs --out-dir DIR, or --sheet FILE.',
    'zh-cn': '批量生成需要 --out-dir 目录或 --sheet 文件。',
  },
  maskOfSet: {
    en: '--mask does not go together with --split: every symbol of a set takes its own best mask.',
    'zh-cn': '--mask 不能与 --split 一起使用：一组中的每个二维码各取最佳掩模。',
  },
  forceOfMany: {
    en: '--force belongs to --batch or --split: a file that -o names is always written.',
    'zh-cn': '--force 需与 --batch 或 --split 一起使用：-o 指定的文件总会写入。',
  },
  filesExist: {
    en: '{count} of the files exist already, the first is {first}. Nothing was written. Choose another place, or give --force to overwrite them.',
    'zh-cn': '有 {count} 个文件已存在，第一个是 {first}。未写入任何文件。请改用其他位置，或使用 --force 覆盖。',
  },
  sheetOfMany: { en: '--sheet belongs to --batch or --split.', 'zh-cn': '--sheet 需与 --batch 或 --split 一起使用。' },
  bytesFromInput: {
    en: '--bytes takes standard input for one symbol: give no text, --kind, --split or --batch.',
    'zh-cn': '--bytes 只用于由标准输入生成一个二维码：请勿同时给出文本、--kind、--split 或 --batch。',
  },
  setNeedsFile: {
    en: 'The text needs {count} symbols; give -o FILE, or the format terminal, svg or json.',
    'zh-cn': '该文本需要 {count} 个二维码；请指定 -o 文件，或使用 terminal、svg 或 json 格式。',
  },
  rowFailed: { en: '{file}:{line}: {message}', 'zh-cn': '{file}:{line}:{message}' },
  batchDone: {
    en: 'Symbols written: {written}. Rows that failed: {failed}.',
    'zh-cn': '已生成 {written} 个二维码，{failed} 行失败。',
  },
  notUtf8: {
    en: 'Standard input is not valid UTF-8. Convert it, or give --bytes to encode the bytes as they are.',
    'zh-cn': '标准输入不是有效的 UTF-8。请先转换编码，或使用 --bytes 按原始字节编码。',
  },
  levelChosen: {
    en: 'Level {level} was chosen: {count} symbols of {size} × {size} modules. Level H would take {countAtH} of {sizeAtH} × {sizeAtH}; --level H asks for it.',
    'zh-cn':
      '已选用 {level} 级：{count} 个二维码，每个 {size} × {size} 模块。H 级需要 {countAtH} 个，每个 {sizeAtH} × {sizeAtH} 模块；如需 H 级，请使用 --level H。',
  },
  levelNeeded: {
    en: 'Level {level} was chosen: {count} symbols of {size} × {size} modules. At level H, {most} symbols would not hold the text.',
    'zh-cn':
      '已选用 {level} 级：{count} 个二维码，每个 {size} × {size} 模块。若用 H 级，{most} 个二维码也容纳不下该文本。',
  },
  loweredLevel: {
    en: 'Level {wanted} holds {capacity} bytes at most; the symbol was made at level {level}.',
    'zh-cn': '{wanted} 级最多容纳 {capacity} 字节；已改用 {level} 级。',
  },
  raisedLevel: {
    en: 'The symbol is no larger at level {level} than at {wanted}, so it was made at {level}.',
    'zh-cn': '{level} 级与 {wanted} 级的二维码大小相同，因此采用 {level} 级。',
  },
  smallMargin: {
    en: 'A quiet zone below 4 modules is against the standard; some scanners will not find the symbol.',
    'zh-cn': '静区小于 4 个模块不符合标准，部分扫码设备可能无法识别。',
  },
  weakContrast: {
    en: 'The contrast of the colours is only {ratio}:1; from 4.5:1 on scanners read it in poor light too.',
    'zh-cn': '颜色对比度仅为 {ratio}:1；达到 4.5:1 才能在弱光下可靠识别。',
  },
  inverted: {
    en: 'The modules are lighter than their background; some scanners do not read that.',
    'zh-cn': '模块颜色比背景色浅，部分扫码设备无法识别。',
  },
} as const satisfies Record<string, Record<Locale, string>>;

export const say = (sentence: keyof typeof sentences, locale: Locale, values: Values = {}): string =>
  fill(sentences[sentence][locale], values);
