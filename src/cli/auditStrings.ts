/** What the command line says of the operation log. */
import type { LogProblemKind } from '../audit/verifyLog';
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
    en: 'The log is whole: {entries} lines in {files} files, numbers {first} to {last}, from {from} to {to}.',
    'zh-cn': '日志完整：{files} 个文件，共 {entries} 行，序号 {first} 至 {last}，时间 {from} 至 {to}。',
  },
  broken: {
    en: 'The log is not whole: {count} problems in {entries} lines of {files} files.',
    'zh-cn': '日志不完整：{files} 个文件的 {entries} 行中有 {count} 处问题。',
  },
  head: {
    en: 'Last line: {anchor}. Note it elsewhere: --anchor {anchor} proves later that nothing before it has changed.',
    'zh-cn': '最后一行：{anchor}。请另行记录：以后用 --anchor {anchor} 可证明此前的内容未被更改。',
  },
  more: { en: '… and {count} more', 'zh-cn': '……另有 {count} 处' },
  noteHead: { en: 'The log itself says:', 'zh-cn': '日志自身的记录：' },
  note: { en: '{seq} {time} {event}: {detail}', 'zh-cn': '{seq} {time} {event}：{detail}' },
  exported: { en: '{entries} entries exported.', 'zh-cn': '已导出 {entries} 条记录。' },
  skipped: {
    en: 'Lines that are no entries and were left out: {count}. Verify the log.',
    'zh-cn': '不是记录而未导出的行：{count}。请校验日志。',
  },
} satisfies Record<string, Record<Locale, string>>;

const problems: Record<LogProblemKind, Record<Locale, string>> = {
  notALine: { en: 'this is no entry of the log', 'zh-cn': '此行不是日志记录' },
  tooLong: { en: 'this line is longer than any entry', 'zh-cn': '此行比任何记录都长' },
  changedBefore: {
    en: 'the line before {to} is not the one that was written: changed, removed or put in',
    'zh-cn': '序号 {to} 之前的一行与写入时不符：被更改、删除或插入',
  },
  sequence: { en: 'number {to} follows number {from}', 'zh-cn': '序号 {from} 之后是 {to}' },
  timeBack: {
    en: 'line {to} is older than the line before, and the log tells of no clock that was set',
    'zh-cn': '序号 {to} 的时间早于前一行，而日志没有时钟调整的记录',
  },
  startMissing: {
    en: 'numbers {from} to {to} are missing at the beginning, and nothing says that their time was over',
    'zh-cn': '开头缺少序号 {from} 至 {to}，且没有保存期满的记录',
  },
  endMissing: { en: 'numbers {from} to {to} are missing at the end', 'zh-cn': '末尾缺少序号 {from} 至 {to}' },
  endChanged: { en: 'line {to} is not the one that head.json names', 'zh-cn': '序号 {to} 与 head.json 的记录不符' },
  noHead: {
    en: 'head.json is missing or unreadable: lines may be missing at the end',
    'zh-cn': 'head.json 缺失或无法识别：末尾可能缺少记录',
  },
  headLost: {
    en: 'head.json was gone before line {to} was written: lines may be missing in front of it',
    'zh-cn': '写入序号 {to} 之前 head.json 已丢失：其前可能缺少记录',
  },
  torn: { en: 'this line has no end', 'zh-cn': '此行没有结尾' },
  anchorDiffers: { en: 'line {to} is not the one that was noted', 'zh-cn': '序号 {to} 与所记录的不符' },
  anchorMissing: { en: 'line {to}, which was noted, is not there', 'zh-cn': '缺少所记录的序号 {to}' },
};

type Data = Record<string, string | number>;

export const sayAudit = (sentence: keyof typeof sentences, locale: Locale, data: Data = {}): string =>
  fill(sentences[sentence][locale], data);

export const sayLogProblem = (kind: LogProblemKind, locale: Locale, data: Data): string =>
  fill(problems[kind][locale], data);
