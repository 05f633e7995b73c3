/** The errors of baselines, as `errors.ts` has them. */
import type { Locale } from './finding';

export const baselineSentences = {
  'baseline-not-json': {
    en: 'This is not JSON, so it is no baseline: it may have been cut off, or a merge left its marks in it. Restore it, or write it again with --write-baseline.',
    'zh-cn':
      '文件不是 JSON，因此不是基线：可能被截断，或留有合并冲突标记。请恢复该文件，或用 --write-baseline 重新写入。',
  },
  'baseline-shape': {
    en: 'This is no baseline: {at} is missing or has another form. Name the right file, or write it again with --write-baseline.',
    'zh-cn': '文件不是基线：缺少 {at} 或其形式不正确。请指定正确的文件，或用 --write-baseline 重新写入。',
  },
  'baseline-newer': {
    en: 'This baseline has version {version}, and this version of QR Code Master reads up to {known}. Update it, or write the baseline again with --write-baseline.',
    'zh-cn':
      '该基线的版本为 {version}，而此版本的 QR Code Master 最高支持 {known}。请更新，或用 --write-baseline 重新写入基线。',
  },
  'baseline-too-large': {
    en: 'The baseline is larger than {mb} MB and was not read. Check that it is the file you mean, or write one for each project.',
    'zh-cn': '基线超过 {mb} MB，未读取。请确认它是您要的文件，或为每个项目各写一个基线。',
  },
  'baseline-not-read': {
    en: 'The baseline was not read: there is no such file, you may not read it, it is larger than {mb} MB, or it is not a regular file. Write it with --write-baseline, or take its name out of the configuration.',
    'zh-cn':
      '未读取基线：文件不存在、您没有读取权限、大于 {mb} MB，或不是普通文件。请用 --write-baseline 写入，或从配置文件中删去其名称。',
  },
  'baseline-occupied': {
    en: 'The file is there and is no baseline, so it was not overwritten. Name another file, or remove this one first.',
    'zh-cn': '文件已存在且不是基线，因此没有覆盖。请指定其他文件，或先删除该文件。',
  },
} as const satisfies Record<string, Record<Locale, string>>;
