/** What the command line says of the operation log. */
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';

const sentences = {
  notWritten: {
    en: 'The operation log in {folder} cannot be written ({reason}). The command did its work all the same; how many operations are missing is told in the log once it can be written. Make room or give access there, or choose another folder by {variable}.',
    'zh-cn':
      '无法写入 {folder} 中的操作日志（{reason}）。命令已照常完成；日志恢复可写后会记录缺失的操作数。请释放空间或授予访问权限，或通过 {variable} 指定其他目录。',
  },
  noAction: {
    en: 'audit needs one of: verify, export, path.',
    'zh-cn': 'audit 需要以下之一：verify、export、path。',
  },
  surplus: { en: '"{argument}" is one argument too many.', 'zh-cn': '“{argument}”多余。' },
  notFor: { en: '--{option} does not go with {action}.', 'zh-cn': '--{option} 不能用于 {action}。' },
  needsFormat: { en: 'export needs --format: {expected}.', 'zh-cn': 'export 需要 --format：{expected}。' },
  noLog: {
    en: 'There is no operation log in {folder}: {reason}.',
    'zh-cn': '{folder} 中没有操作日志：{reason}。',
  },
  intact: {
    en: 'The log is whole. Files: {files}, lines: {entries}, numbers {first} to {last}, from {from} to {to}.',
    'zh-cn': '日志完整：{files} 个文件，共 {entries} 行，序号 {first} 至 {last}，时间 {from} 至 {to}。',
  },
  broken: {
    en: 'The log is not whole. Problems: {count}; files: {files}, lines: {entries}.',
    'zh-cn': '日志不完整：{files} 个文件的 {entries} 行中有 {count} 处问题。',
  },
  head: {
    en: 'Last line: {anchor}. Note it elsewhere: --anchor {anchor} proves later that nothing before it has changed.',
    'zh-cn': '最后一行：{anchor}。请另行记录：以后用 --anchor {anchor} 可证明此前的内容未被更改。',
  },
  more: { en: '… and {count} more', 'zh-cn': '……另有 {count} 处' },
  noteHead: { en: 'The log itself says:', 'zh-cn': '日志自身的记录：' },
  note: { en: '{seq} {time} {event}: {detail}', 'zh-cn': '{seq} {time} {event}：{detail}' },
  exported: { en: 'Entries exported: {entries}.', 'zh-cn': '已导出 {entries} 条记录。' },
  skipped: {
    en: 'Lines that are no entries and were left out: {count}. Verify the log.',
    'zh-cn': '不是记录而未导出的行：{count}。请校验日志。',
  },
} satisfies Record<string, Record<Locale, string>>;

type Data = Record<string, string | number>;

export const sayAudit = (sentence: keyof typeof sentences, locale: Locale, data: Data = {}): string =>
  fill(sentences[sentence][locale], data);
