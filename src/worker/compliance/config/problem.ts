/** What can be wrong in `.qrcodemaster.yaml`, with the sentence for it. */
import { fill } from '../../protocol/fill';
import type { Locale } from '../../protocol/finding';
import type { Place } from '../model/value';

export interface ConfigProblem {
  place: Place;
  code: keyof typeof problemTexts;
  word: string;
  /** What could stand there instead. */
  known?: string[];
  shape?: Shape;
}

const problemTexts = {
  syntax: { en: 'This is not valid YAML ({word}).', 'zh-cn': '不是有效的 YAML（{word}）。' },
  size: {
    en: 'The configuration has more than {word} characters, so it has no effect. Shorten it.',
    'zh-cn': '配置文件超过 {word} 个字符，因此不起作用。请缩短。',
  },
  key: { en: '"{word}" is not a setting here. Known: {known}.', 'zh-cn': '此处没有设置 "{word}"。可用：{known}。' },
  rule: {
    en: 'There is no rule "{word}". See `qr-code-master rules`.',
    'zh-cn': '没有规则 "{word}"。参见 `qr-code-master rules`。',
  },
  severity: {
    en: '"{word}" is not a severity: write error, warning, info, hint or off.',
    'zh-cn': '"{word}" 不是级别：请写 error、warning、info、hint 或 off。',
  },
  profile: {
    en: '"{word}" is not a profile: write recommended or mlps3.',
    'zh-cn': '"{word}" 不是配置档：请写 recommended 或 mlps3。',
  },
  option: {
    en: 'This rule has no option "{word}". Known: {known}.',
    'zh-cn': '该规则没有选项 "{word}"。可用：{known}。',
  },
  shape: {
    en: 'The value of "{word}" does not have the expected shape ({known}), so it has no effect.',
    'zh-cn': '"{word}" 的值形式不正确（应为{known}），因此不起作用。',
  },
  least: {
    en: '"{word}" cannot be less than {known}, so this value has no effect.',
    'zh-cn': '"{word}" 不能小于 {known}，因此该值不起作用。',
  },
  waiver: {
    en: 'A waiver needs `{word}`; without it, the waiver has no effect.',
    'zh-cn': '豁免须写明 `{word}`，否则不起作用。',
  },
  files: {
    en: 'An override needs `files`; without it, the override applies to no file.',
    'zh-cn': '覆盖设置须写明 `files`，否则不适用于任何文件。',
  },
  inside: {
    en: '"{word}" is not a file in this folder, so it has no effect. Write its path from here, with / and without "..".',
    'zh-cn': '"{word}" 不是此文件夹中的文件，因此不起作用。请写从此处开始的路径，用 / 分隔，不含 ".."。',
  },
  expired: {
    en: 'This waiver ended on {word}, so its findings are shown again. Fix the cause, or give a new date with a reason.',
    'zh-cn': '该豁免已于 {word} 到期，相关发现重新显示。请消除原因，或给出新的日期和理由。',
  },
} as const;

const shapes = {
  map: { en: 'a map', 'zh-cn': '映射' },
  maps: { en: 'a list of maps', 'zh-cn': '映射的列表' },
  strings: { en: 'a text or a list of texts', 'zh-cn': '文本或文本列表' },
  text: { en: 'a text', 'zh-cn': '文本' },
  flag: { en: 'true or false', 'zh-cn': ' true 或 false' },
  number: { en: 'a number', 'zh-cn': '数字' },
  date: { en: 'a date such as 2027-01-31', 'zh-cn': '日期，如 2027-01-31' },
} as const;
export type Shape = keyof typeof shapes;

/** The sentence for a problem of a configuration file. */
export function configProblemText({ code, word, known = [], shape }: ConfigProblem, locale: Locale): string {
  const list = shape ? shapes[shape][locale] : known.join(locale === 'en' ? ', ' : '、');
  return fill(problemTexts[code][locale], { word, known: list });
}
