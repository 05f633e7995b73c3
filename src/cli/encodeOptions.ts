/** The options of `encode`: how they are read, and what the help says of them. */
import { makingChoices, makingRanges } from '../worker/protocol/style';
import type { Options } from './readArguments';
import { choice, colour, decimal, whole } from './valueReaders';

export const encodeFormats = [...makingChoices.format, 'json'] as const;

const [leastShare, mostShare] = makingRanges.logoShare;
const value = { en: 'NAME=VALUE', 'zh-cn': '名称=值' };
const file = { en: 'FILE', 'zh-cn': '文件' };
const level = choice(makingChoices.level);

export const encodeOptions = {
  kind: {
    value: { en: 'KIND', 'zh-cn': '类型' },
    about: {
      en: 'url, wifi, vcard, mecard, email, sms, phone, geo, event, otpauth, epc or text, instead of TEXT',
      'zh-cn': 'url、wifi、vcard、mecard、email、sms、phone、geo、event、otpauth、epc 或 text，代替文本参数',
    },
  },
  field: {
    value,
    many: true,
    about: {
      en: 'a field of the kind, e.g. --kind wifi --field ssid=Guest --field password=… ; a wrong name lists them all',
      'zh-cn': '该类型的字段，例如 --kind wifi --field ssid=Guest --field password=…；名称有误时会列出全部字段',
    },
  },
  level: {
    value: makingChoices.level.join('|'),
    reader: { ...level, read: (given: string) => level.read(given.toUpperCase()) },
    about: {
      en: 'error correction, default H or what the kind demands; a text that does not fit gets the strongest level that holds it;\nwith --split the default is the level of the fewest symbols',
      'zh-cn':
        '纠错级别，默认 H 或该类型规定的级别；容纳不下时改用能容纳的最高级别；\n与 --split 一起使用时，默认取二维码数量最少的级别',
    },
  },
  'symbol-version': {
    value: 'N',
    reader: whole(...makingRanges.version),
    about: {
      en: '1 to 40, default the smallest that fits; with --split the largest that symbols may have',
      'zh-cn': '二维码版本，1 到 40，默认取能容纳的最小版本；与 --split 一起使用时为版本上限',
    },
  },
  mask: {
    value: 'N',
    reader: whole(...makingRanges.mask),
    about: { en: '0 to 7; default the one with the lowest penalty', 'zh-cn': '掩模，0 到 7；默认取罚分最低者' },
  },
  bytes: { about: { en: 'take standard input as bytes, not as text', 'zh-cn': '把标准输入按字节而非文本处理' } },
  format: {
    value: { en: 'FORMAT', 'zh-cn': '格式' },
    reader: choice(encodeFormats),
    about: {
      en: `${encodeFormats.slice(0, -1).join(', ')} or json; default by the name of -o, else terminal`,
      'zh-cn': `${encodeFormats.slice(0, -1).join('、')} 或 json；默认由 -o 的扩展名决定，否则为 terminal`,
    },
  },
  margin: {
    value: 'N',
    reader: whole(...makingRanges.marginModules),
    about: { en: 'quiet zone in modules, default 4', 'zh-cn': '静区宽度（模块数），默认 4' },
  },
  scale: {
    value: 'N',
    reader: whole(...makingRanges.scale),
    about: { en: 'pixels per module, default 8', 'zh-cn': '每个模块的像素数，默认 8' },
  },
  dark: {
    value: '#rrggbb',
    reader: colour,
    about: {
      en: 'default #000000; on a light terminal swap --dark and --light',
      'zh-cn': '默认 #000000；浅色终端请交换 --dark 与 --light',
    },
  },
  light: { value: '#rrggbb', reader: colour, about: { en: 'default #ffffff', 'zh-cn': '默认 #ffffff' } },
  modules: {
    value: { en: 'SHAPE', 'zh-cn': '形状' },
    reader: choice(makingChoices.modules),
    about: { en: 'square (default), rounded or dots', 'zh-cn': 'square（默认）、rounded 或 dots' },
  },
  finders: {
    value: { en: 'SHAPE', 'zh-cn': '形状' },
    reader: choice(makingChoices.finders),
    about: { en: 'square (default), rounded or circle', 'zh-cn': '定位图案：square（默认）、rounded 或 circle' },
  },
  logo: {
    value: file,
    about: {
      en: 'a PNG, JPEG, GIF or BMP in the middle; the level is raised to what bears it',
      'zh-cn': '置于中央的 PNG、JPEG、GIF 或 BMP 图片；纠错级别会相应提高',
    },
  },
  'logo-share': {
    value: 'N',
    reader: decimal(leastShare, mostShare),
    about: {
      en: "the logo's longer side as a share of the symbol's, 0.05 to 0.3, default 0.2",
      'zh-cn': '徽标长边占二维码边长的比例，0.05 到 0.3，默认 0.2',
    },
  },
  'scan-margin': {
    about: {
      en: 'tell the robustness on standard error: how much disturbance the picture survives, 0 to 100',
      'zh-cn': '在标准错误输出报告抗干扰能力：图片能承受的干扰程度（0 到 100）',
    },
  },
  output: { short: 'o', value: file, about: { en: 'default standard output', 'zh-cn': '默认写到标准输出' } },
  eci: {
    about: {
      en: 'say in the symbol that a text beyond ASCII is UTF-8',
      'zh-cn': '对非 ASCII 文本，在二维码中声明 UTF-8 编码',
    },
  },
  'boost-level': {
    about: {
      en: 'a stronger level where it makes the symbol no larger',
      'zh-cn': '在不增大二维码的前提下提高纠错级别',
    },
  },
  split: {
    about: {
      en: 'split a long text into up to 16 symbols that readers join; -o a.png gives a-1.png, a-2.png …',
      'zh-cn': '把长文本拆分为最多 16 个可自动合并的二维码；-o a.png 会生成 a-1.png、a-2.png 等',
    },
  },
  batch: {
    value: file,
    about: {
      en: 'one symbol for each line of FILE, or for each row of a .csv or .tsv with a header row',
      'zh-cn': '为文件的每一行，或带表头的 .csv/.tsv 的每一行数据，各生成一个二维码',
    },
  },
  'out-dir': {
    value: { en: 'DIR', 'zh-cn': '目录' },
    about: { en: 'where the files of a batch go', 'zh-cn': '批量文件的输出目录' },
  },
  force: {
    about: {
      en: 'overwrite existing files in DIR, or a-1.png …; without it, nothing is written if one exists',
      'zh-cn': '覆盖目录中或 a-1.png 等已存在的文件；不加此选项时，若有文件已存在则不写入任何文件',
    },
  },
  column: {
    value: { en: 'NAME|N', 'zh-cn': '列名|序号' },
    about: {
      en: 'the column of a table to encode, default 1; with --kind the columns are its fields',
      'zh-cn': '要编码的列，默认 1；使用 --kind 时各列即其字段',
    },
  },
  name: {
    value: { en: 'PATTERN', 'zh-cn': '模式' },
    about: {
      en: "names of a batch's files, default {n}; {text} and any column's name can stand in it;\nequal names are numbered: a, a-2, a-3",
      'zh-cn': '批量文件名模式，默认 {n}；可使用 {text} 和任意列名；\n重名时依次编号：a、a-2、a-3',
    },
  },
  sheet: {
    value: file,
    about: {
      en: 'all symbols of a batch or set on labelled A4 pages: a .pdf or .html; --out-dir or -o may then be left out',
      'zh-cn': '把批量或拆分得到的全部二维码排到带标签的 A4 页：.pdf 或 .html；此时可省略 --out-dir 或 -o',
    },
  },
  'no-verify': { about: { en: 'leave out the reading back', 'zh-cn': '不做回读验证' } },
} as const satisfies Options;
