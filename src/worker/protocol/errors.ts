/**
 * Every error that crosses the worker: a stable code and, per language, one sentence of what
 * happened and why and one of what to do.
 */
import { baselineSentences } from './baselineSentences';
import { fileSentences } from './fileSentences';
import { fill } from './fill';
import type { Locale } from './finding';
import { reportSentences } from './reportSentences';

export interface Failure {
  code: ErrorCode;
  /** In the user's language. */
  message: string;
  data?: FailureData;
}

export type FailureData = Record<string, string | number>;

const sentences = {
  'text-empty': {
    en: 'There is no text to encode. Select or type some text first.',
    'zh-cn': '没有可编码的文本。请先选择或输入文本。',
  },
  'text-too-long': {
    en: 'The text has {bytes} bytes as UTF-8, more than a symbol of version {version} holds at any level (L {maxL}, M {maxM}, Q {maxQ}, H {maxH} bytes). Shorten it, or split it over several symbols.',
    'zh-cn':
      '文本按 UTF-8 编码有 {bytes} 字节，超过版本 {version} 的二维码在任何纠错级别下的容量（L {maxL}、M {maxM}、Q {maxQ}、H {maxH} 字节）。请缩短文本，或拆分为多个二维码。',
  },
  'bytes-too-long': {
    en: 'There are {bytes} bytes, more than a symbol of version {version} holds at any level (L {maxL}, M {maxM}, Q {maxQ}, H {maxH} bytes). Take a smaller file: only text can be split over several symbols.',
    'zh-cn':
      '共 {bytes} 字节，超过版本 {version} 的二维码在任何纠错级别下的容量（L {maxL}、M {maxM}、Q {maxQ}、H {maxH} 字节）。请改用更小的文件：只有文本可以拆分为多个二维码。',
  },
  'set-too-long': {
    en: 'The text has {bytes} bytes as UTF-8, more than {max} symbols of version {version} hold together. Shorten it.',
    'zh-cn': '文本按 UTF-8 编码有 {bytes} 字节，{max} 个版本 {version} 的二维码也无法容纳。请缩短文本。',
  },
  'text-lone-surrogate': {
    en: 'The text holds half of a surrogate pair at position {index} (U+{hex}), which no character set can store. Remove or replace that character.',
    'zh-cn': '文本在第 {index} 个位置含有不成对的代理项（U+{hex}），任何字符集都无法存储。请删除或替换该字符。',
  },
  'option-invalid': {
    en: "The value '{value}' does not fit the option '{option}'; expected: {expected}.",
    'zh-cn': "选项 '{option}' 不接受值 '{value}'；应为：{expected}。",
  },
  'csv-open-quote': {
    en: 'The quoted field that starts in line {line} never ends. Close it with a double quote.',
    'zh-cn': '第 {line} 行开始的引号字段没有结束。请补上右双引号。',
  },
  'table-encoding': {
    en: 'The encoding of the file is not known: it is not UTF-8, UTF-16 or GB18030. Save it as UTF-8 and try again.',
    'zh-cn': '无法识别文件的编码：不是 UTF-8、UTF-16 或 GB18030。请另存为 UTF-8 后重试。',
  },
  'column-unknown': {
    en: "The table has no column '{column}'. Its columns are: {expected}.",
    'zh-cn': "表格没有列 '{column}'。可用列：{expected}。",
  },
  'kind-unknown': {
    en: "There is no payload kind '{kind}'. Known are: {expected}.",
    'zh-cn': "没有内容类型 '{kind}'。可用类型：{expected}。",
  },
  'field-unknown': {
    en: "The kind '{kind}' has no field '{field}'. Its fields are: {expected}.",
    'zh-cn': "类型 '{kind}' 没有字段 '{field}'。可用字段：{expected}。",
  },
  'row-empty': {
    en: "The column '{column}' is empty here. Fill it in, or leave the row out.",
    'zh-cn': '此处“{column}”列为空。请填写，或去掉该行。',
  },
  'field-missing': {
    en: "The kind '{kind}' needs the field '{field}'. Fill it in.",
    'zh-cn': "类型 '{kind}' 需要字段 '{field}'。请填写。",
  },
  'field-invalid': {
    en: "The value '{value}' does not fit the field '{field}' of the kind '{kind}'. A valid one looks like: {expected}",
    'zh-cn': "值 '{value}' 不符合类型 '{kind}' 的字段 '{field}'。有效示例：{expected}",
  },
  'scaffold-answer': {
    en: '{label}: "{value}" cannot be used. It takes: {expected}.',
    'zh-cn': '{label}：“{value}”不可用。可用：{expected}。',
  },
  'scaffold-question': {
    en: 'Nothing is asked by the name of "{question}".',
    'zh-cn': '没有名为“{question}”的问题。',
  },
  'attestation-row': {
    en: 'The checklist has no row "{row}" that can be attested. Take one of C01 to C92 that asks for something.',
    'zh-cn': '检查清单中没有可以声明的行“{row}”。请选择 C01 至 C92 中有要求的行。',
  },
  'attestation-answer': { en: '{field}: {problem}', 'zh-cn': '{field}：{problem}' },
  'config-not-extended': {
    en: 'Nothing can be added to {file}: it is not valid YAML in UTF-8, its list is written in brackets, or it is too long. Put that in order and try again.',
    'zh-cn':
      '无法向 {file} 添加内容：它不是 UTF-8 编码的有效 YAML，或其列表写在方括号中，或文件过长。请先修正，然后重试。',
  },
  'not-read-back': {
    en: 'The finished symbol could not be read back, so it is not offered. Choose darker modules, a lighter background and a quiet zone of 4; if they are as they were, please report the text length ({bytes} bytes), level {level} and version {version}.',
    'zh-cn':
      '生成的二维码未能通过回读验证，因此不予提供。请选择更深的模块颜色、更浅的背景色和 4 个模块的静区；若均为默认值，请报告文本长度（{bytes} 字节）、级别 {level} 和版本 {version}。',
  },
  'logo-too-large': {
    en: 'A logo of {share} % of the side hides more than level {level} restores. Take at most {max} %, a stronger level, or a shorter text.',
    'zh-cn':
      '占边长 {share}% 的徽标遮挡的内容超过 {level} 级所能恢复的范围。请改为不超过 {max}%，或提高纠错级别，或缩短文本。',
  },
  'style-not-read-back': {
    en: 'The finished picture could not be read back, so it is not offered. {advice}',
    'zh-cn': '成品图片未能通过回读验证，因此不予提供。{advice}',
  },
  'advice-contrast': {
    en: 'Choose darker modules or a lighter background.',
    'zh-cn': '请选择更深的模块颜色或更浅的背景色。',
  },
  'advice-margin': { en: 'Give it a quiet zone of 4 modules.', 'zh-cn': '请将静区设为 4 个模块。' },
  'advice-logo': { en: 'Make the logo smaller, or leave it out.', 'zh-cn': '请缩小徽标或去掉徽标。' },
  'advice-shapes': { en: 'Choose square modules and finders.', 'zh-cn': '请选择方形的模块和定位图案。' },
  'advice-scale': {
    en: 'Give it more pixels per module, or choose SVG or PDF.',
    'zh-cn': '请增大每个模块的像素数，或改用 SVG 或 PDF。',
  },
  'advice-plain': {
    en: 'Choose black on white, square shapes, no logo and a quiet zone of 4 modules.',
    'zh-cn': '请选择白底黑码、方形图案、无徽标和 4 个模块的静区。',
  },
  'picture-empty': {
    en: 'The file is empty (0 bytes). Check that it was saved or copied completely.',
    'zh-cn': '文件为空（0 字节）。请检查它是否已完整保存或复制。',
  },
  'picture-unknown-type': {
    en: 'The content is not a picture (it looks like: {looksLike}). Open a PNG, JPEG, BMP, GIF, WebP, TIFF or ICO file.',
    'zh-cn': '内容不是图片（看起来是：{looksLike}）。请打开 PNG、JPEG、BMP、GIF、WebP、TIFF 或 ICO 文件。',
  },
  'picture-kind-unread': {
    en: '{type} files are not read here. Open it in a program that shows it, and save or capture it as a PNG.',
    'zh-cn': '此处不支持读取 {type} 文件。请在能显示它的程序中打开，并另存或截图为 PNG。',
  },
  'picture-frames-left': {
    en: 'The file has {count} frames or pages; the first {looked} were searched. Save the others as pictures of their own to search them, or raise the time limit.',
    'zh-cn':
      '该文件有 {count} 帧或页，已搜索前 {looked} 个。如需搜索其余部分，请将其另存为单独的图片，或提高时间上限。',
  },
  'picture-damaged': {
    en: 'The {type} picture is damaged or cut off and cannot be decoded. Copy or export it again.',
    'zh-cn': '{type} 图片已损坏或不完整，无法解码。请重新复制或导出。',
  },
  'picture-partly-read': {
    en: 'The {type} picture is damaged or cut off; what is left of it was read. Codes in the missing part are not found: copy or export it again.',
    'zh-cn': '{type} 图片已损坏或不完整，已识别其剩余部分。缺失部分中的二维码无法找到：请重新复制或导出。',
  },
  'picture-too-large': {
    en: 'The picture has {width} x {height} pixels, more than the limit of {maxPixels}. Scale it down or raise the limit.',
    'zh-cn': '图片为 {width} x {height} 像素，超过上限 {maxPixels}。请缩小图片或提高上限。',
  },
  'picture-kind-too-large': {
    en: 'The picture has {width} x {height} pixels; {type} pictures of this kind are read up to {maxPixels}, for more would not fit into memory. Scale it down or save it as an RGB PNG.',
    'zh-cn':
      '图片为 {width} x {height} 像素；此类 {type} 图片最多识别 {maxPixels} 像素，更大的无法放入内存。请缩小图片，或另存为 RGB 的 PNG。',
  },
  'picture-type-mismatch': {
    en: 'The name says {named}, but the content is {type}; it was read as {type}.',
    'zh-cn': '文件名表示 {named}，但内容是 {type}；已按 {type} 读取。',
  },
  'tool-outside': {
    en: 'The chosen part lies outside of the picture, which has {width} x {height} pixels here. Choose a part inside it.',
    'zh-cn': '所选区域在图片之外（此处图片为 {width} x {height} 像素）。请选择图片内的区域。',
  },
  'tool-corners': {
    en: 'The four corners make no area: give them in turn around the code, at least 8 pixels apart and not on one line.',
    'zh-cn': '四个角点无法构成区域：请按顺序沿二维码四周给出，彼此至少相距 8 像素，且不在同一直线上。',
  },
  'decode-timeout': {
    en: 'Reading took longer than {timeoutMs} ms and was stopped. Crop the picture to the code, or raise the time limit.',
    'zh-cn': '识别超过 {timeoutMs} 毫秒，已停止。请将图片裁剪到二维码区域，或提高时间上限。',
  },
  'decode-crashed': {
    en: 'The decode worker stopped while reading this picture and was replaced. Other pictures are not affected; try to export this one again.',
    'zh-cn': '解码线程在识别该图片时停止，已被替换。其他图片不受影响；请尝试重新导出该图片。',
  },
  'unknown-format': {
    en: 'There is no report format "{format}". Choose one of the list.',
    'zh-cn': '没有报告格式“{format}”。请从列表中选择。',
  },
  'check-timeout': {
    en: 'Checking took longer than {seconds} s and was stopped. Split the file; if it is small, please report it.',
    'zh-cn': '检查超过 {seconds} 秒，已停止。请拆分该文件；如果文件很小，请反馈给我们。',
  },
  'check-crashed': {
    en: 'Checking stopped unexpectedly, most likely for lack of memory. Split the file; if it is small, please report it.',
    'zh-cn': '检查意外停止，很可能是内存不足。请拆分该文件；如果文件很小，请反馈给我们。',
  },
  ...baselineSentences,
  ...fileSentences,
  ...reportSentences,
  cancelled: { en: 'Cancelled.', 'zh-cn': '已取消。' },
  internal: {
    en: 'Something unexpected went wrong: {reason}. Please report this with what led to it.',
    'zh-cn': '发生意外错误：{reason}。请将此信息和操作步骤反馈给我们。',
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type ErrorCode = keyof typeof sentences;

/** Whether an Error carries a code of this table. */
export const isFault = (e: unknown): e is Error & { code: ErrorCode; data?: FailureData } =>
  e instanceof Error &&
  typeof (e as { code?: unknown }).code === 'string' &&
  Object.hasOwn(sentences, (e as unknown as { code: string }).code);

/** An Error that carries a code of this table; throw it inside the engine. */
export function fault(code: ErrorCode, data?: FailureData): Error {
  return Object.assign(new Error(code), { code, data });
}

/**
 * The value that crosses the worker for whatever was thrown; anything unknown becomes `internal`.
 */
export function asFailure(error: unknown, locale: Locale): Failure {
  if (isFault(error)) return failure(error.code, locale, error.data);
  return failure('internal', locale, { reason: error instanceof Error ? error.message : String(error) });
}

/**
 * A failure in the user's language; `{name}` in a sentence is replaced by `data.name`, `{advice}`
 * by the sentence of that code.
 */
export function failure(code: ErrorCode, locale: Locale, data: FailureData = {}): Failure {
  const { advice } = data;
  const said = advice === undefined ? data : { ...data, advice: sentences[advice as ErrorCode][locale] };
  const message = fill(sentences[code][locale], said);
  return { code, message, data };
}
