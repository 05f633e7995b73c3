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
  item: {
    en: 'This entry of "{word}" does not have the expected shape ({known}), so it has no effect. The others hold.',
    'zh-cn': '"{word}" 的此条目形式不正确（应为{known}），因此不起作用，其余条目仍有效。',
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
  day: {
    en: '"{word}" is not a day of the calendar, so what is dated by it has no effect.',
    'zh-cn': '日历中没有 "{word}" 这一天，因此所在条目不起作用。',
  },
  attestation: {
    en: 'An attestation needs `{word}`; without it, the attestation has no effect.',
    'zh-cn': '声明须写明 `{word}`，否则不起作用。',
  },
  row: {
    en: 'The checklist has no row "{word}": its rows are C01 to C92. This attestation has no effect.',
    'zh-cn': '检查清单没有行 "{word}"：行号为 C01 至 C92。该声明不起作用。',
  },
  clause: {
    en: 'GB/T 22239-2019, level 3, has no clause "{word}" that is asked here: write it like 8.1.10.13 a. This attestation has no effect.',
    'zh-cn': 'GB/T 22239-2019 第三级中没有此处涉及的条款 "{word}"：请写成 8.1.10.13 a 的形式。该声明不起作用。',
  },
  both: {
    en: 'An attestation is for a row or for a clause: write a second one for {word}. This one has no effect.',
    'zh-cn': '一条声明只针对一行或一个条款：请为 {word} 另写一条。该声明不起作用。',
  },
  order: {
    en: 'It cannot hold until {word}, before the day it was looked at ({known}), so it has no effect.',
    'zh-cn': '截止日期 {word} 早于核查日期（{known}），因此该声明不起作用。',
  },
  future: {
    en: '{word} is still to come: the attestation has no effect before that day.',
    'zh-cn': '{word} 尚未到来：该声明在此日期之前不起作用。',
  },
  over: {
    en: 'This attestation ended on {word}, so {known} counts as open. Look at it again, and write the new dates.',
    'zh-cn': '该声明已于 {word} 到期，{known} 视为待核查。请重新核查并写明新的日期。',
  },
  shown: {
    en: 'Files show {word}: an attestation counts only where none of them does, and undoes no finding.',
    'zh-cn': '{word} 由文件体现：声明仅在没有相应文件时有效，不能抵消已发现的问题。',
  },
  nothing: {
    en: '{word} asks for nothing by itself ({known}): it needs no attestation.',
    'zh-cn': '{word} 本身没有要求（{known}）：无需声明。',
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
