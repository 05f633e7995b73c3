/** What is wrong with a log, in words. */
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';
import type { LogProblem, LogProblemKind } from './verifyLog';

const sentences: Record<LogProblemKind, Record<Locale, string>> = {
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

/** With the file and the line, where there is one. */
export function problemText({ kind, file, line, from = 0, to = 0 }: LogProblem, locale: Locale): string {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  return place + fill(sentences[kind][locale], { from, to });
}
