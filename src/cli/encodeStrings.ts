/** What `encode` says on stderr and in its help, in both languages. */
import type { Locale } from '../worker/protocol/finding';

export const help: Record<Locale, string> = {
  en: `qr-code-master encode [TEXT | -] [options]

Makes a QR code of TEXT (- or nothing: standard input, taken byte for byte as UTF-8) and reads it back before it is written.

  --kind KIND         url, wifi, vcard, mecard, email, sms, phone, geo, event, otpauth, epc or text, instead of TEXT
  --field NAME=VALUE  a field of the kind, e.g. --kind wifi --field ssid=Guest --field password=… ; a wrong name lists them all
  --level L|M|Q|H     error correction, default H; a text that does not fit gets the strongest level that holds it;
                      with --split the default is the level of the fewest symbols
  --symbol-version N  1 to 40, default the smallest that fits; with --split the largest that symbols may have
  --mask N            0 to 7; default the one with the lowest penalty
  --bytes             take standard input as bytes, not as text
  --format FORMAT     svg, png, jpeg, pdf, terminal, data-uri, markdown, html or json; default by the name of -o, else terminal
  --margin N          quiet zone in modules, default 4
  --scale N           pixels per module, default 8
  --dark #rrggbb      default #000000; on a light terminal swap --dark and --light
  --light #rrggbb     default #ffffff
  --modules SHAPE     square (default), rounded or dots
  --finders SHAPE     square (default), rounded or circle
  --logo FILE         a PNG, JPEG, GIF or BMP in the middle; the level is raised to what bears it
  --logo-share N      the logo's longer side as a share of the symbol's, 0.05 to 0.3, default 0.2
  --scan-margin       tell the robustness on standard error: how much disturbance the picture survives, 0 to 100
  -o, --output FILE   default standard output
  --eci               say in the symbol that a text beyond ASCII is UTF-8
  --boost-level       a stronger level where it makes the symbol no larger
  --split             divide a long text over up to 16 symbols that readers join; -o a.png gives a-1.png, a-2.png …
  --batch FILE        one symbol for each line of FILE, or for each row of a .csv or .tsv with a header row
  --out-dir DIR       where the files of a batch go
  --force             write over files in DIR, or a-1.png …, that exist; without it nothing is written then
  --column NAME|N     the column of a table to encode, default 1; with --kind the columns are its fields
  --name PATTERN      names of a batch's files, default {n}; {text} and any column's name can stand in it;
                      equal names are numbered: a, a-2, a-3
  --sheet FILE        all symbols of a batch or set on labelled A4 pages: a .pdf or .html; --out-dir or -o may then be left out
  --no-verify         leave out the reading back
  --lang en|zh-CN     the language
`,
  'zh-cn': `qr-code-master encode [文本 | -] [选项]

把文本（为 - 或省略时读取标准输入，按 UTF-8 逐字节处理）生成二维码，写出前先回读验证。

  --kind 类型         url、wifi、vcard、mecard、email、sms、phone、geo、event、otpauth、epc 或 text，代替文本参数
  --field 名称=值     该类型的字段，例如 --kind wifi --field ssid=Guest --field password=…；名称有误时会列出全部字段
  --level L|M|Q|H     纠错级别，默认 H；容纳不下时改用能容纳的最高级别；
                      与 --split 一起使用时，默认取二维码数量最少的级别
  --symbol-version N  二维码版本，1 到 40，默认取能容纳的最小版本；与 --split 一起使用时为版本上限
  --mask N            掩模，0 到 7；默认取罚分最低者
  --bytes             把标准输入按字节而非文本处理
  --format 格式       svg、png、jpeg、pdf、terminal、data-uri、markdown、html 或 json；默认由 -o 的扩展名决定，否则为 terminal
  --margin N          静区宽度（模块数），默认 4
  --scale N           每个模块的像素数，默认 8
  --dark #rrggbb      默认 #000000；浅色终端请交换 --dark 与 --light
  --light #rrggbb     默认 #ffffff
  --modules 形状      square（默认）、rounded 或 dots
  --finders 形状      定位图案：square（默认）、rounded 或 circle
  --logo 文件         置于中央的 PNG、JPEG、GIF 或 BMP 图片；纠错级别会相应提高
  --logo-share N      徽标长边占二维码边长的比例，0.05 到 0.3，默认 0.2
  --scan-margin       在标准错误输出报告抗干扰能力：图片能承受的干扰程度（0 到 100）
  -o, --output 文件   默认写到标准输出
  --eci               对非 ASCII 文本，在二维码中声明 UTF-8 编码
  --boost-level       在不增大二维码的前提下提高纠错级别
  --split             把长文本拆分为最多 16 个可自动合并的二维码；-o a.png 会生成 a-1.png、a-2.png 等
  --batch 文件        为文件的每一行，或带表头的 .csv/.tsv 的每一行数据，各生成一个二维码
  --out-dir 目录      批量文件的输出目录
  --force             覆盖目录中或 a-1.png 等已存在的文件；不加此选项时，若有文件已存在则不写入任何文件
  --column 列名|序号  要编码的列，默认 1；使用 --kind 时各列即其字段
  --name 模式         批量文件名模式，默认 {n}；可使用 {text} 和任意列名；
                      重名时依次编号：a、a-2、a-3
  --sheet 文件        把批量或拆分得到的全部二维码排到带标签的 A4 页：.pdf 或 .html；此时可省略 --out-dir 或 -o
  --no-verify         不做回读验证
  --lang en|zh-CN     语言
`,
};

type Values = Record<string, string | number>;

const sentences = {
  shareWithoutLogo: { en: '--logo-share belongs to a --logo; give one.', 'zh-cn': '--logo-share 需与 --logo 一起使用。' },
  scanMargin: { en: 'Robustness {score} of 100. {message}', 'zh-cn': '抗干扰能力 {score}/100。{message}' },
  oneText: {
    en: 'Give one text, not {count}; put quotes around a text with spaces.',
    'zh-cn': '请只给出一个文本，而不是 {count} 个；含空格的文本请加引号。',
  },
  fieldWithoutKind: { en: '--field belongs to a --kind; give one.', 'zh-cn': '--field 需与 --kind 一起使用。' },
  kindAndText: { en: 'Give either a text or a --kind with its fields, not both.', 'zh-cn': '文本与 --kind 只能二选一。' },
  fieldShape: { en: 'Write a field as --field NAME=VALUE.', 'zh-cn': '字段应写作 --field 名称=值。' },
  batchOnly: { en: '{option} belongs to --batch.', 'zh-cn': '{option} 需与 --batch 一起使用。' },
  notWithBatch: { en: "'{option}' does not go together with --batch.", 'zh-cn': "'{option}' 不能与 --batch 一起使用。" },
  outDirMissing: { en: 'A batch needs --out-dir DIR, or --sheet FILE.', 'zh-cn': '批量生成需要 --out-dir 目录或 --sheet 文件。' },
  maskOfSet: {
    en: '--mask does not go together with --split: every symbol of a set takes its own best mask.',
    'zh-cn': '--mask 不能与 --split 一起使用：一组中的每个二维码各取最佳掩模。',
  },
  forceOfMany: {
    en: '--force belongs to --batch or --split: a file that -o names is always written.',
    'zh-cn': '--force 需与 --batch 或 --split 一起使用：-o 指定的文件总会写入。',
  },
  filesExist: {
    en: '{count} of the files exist already, the first is {first}. Nothing was written. Choose another place, or give --force to write over them.',
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
  batchDone: { en: '{written} symbols written, {failed} rows failed.', 'zh-cn': '已生成 {written} 个二维码，{failed} 行失败。' },
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
    'zh-cn': '已选用 {level} 级：{count} 个二维码，每个 {size} × {size} 模块。若用 H 级，{most} 个二维码也容纳不下该文本。',
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

/** A sentence with its `{name}`s filled in. */
export const say = (sentence: keyof typeof sentences, locale: Locale, values: Values = {}): string =>
  sentences[sentence][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
