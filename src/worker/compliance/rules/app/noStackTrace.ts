/** MLPS-APP-007: visitors get no stack traces and no texts of exceptions. */
import { isForJobs } from '../../model/filePurpose';
import { placeIn } from '../../model/value';
import { errorTexts, propagates } from '../../readings/errorTexts';
import type { Rule } from '../rule';

export const noStackTrace: Rule = {
  id: 'MLPS-APP-007',
  name: 'no-stack-trace',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['python'],
  clauses: ['~8.1.4.4 d', '~8.1.9.4 c'],
  rows: ['C79'],
  peers: [],
  title: { en: 'Show no stack traces to visitors', 'zh-cn': '不得向访问者显示堆栈信息' },
  why: {
    en: 'A stack trace or the text of an exception tells paths, versions, queries and addresses inside; whoever provokes errors reads how the service is built. Assessors provoke them.',
    'zh-cn':
      '堆栈信息或异常文本会暴露路径、版本、查询语句和内部地址；故意触发错误的人可以借此了解系统构造。测评时会触发错误进行检查。',
  },
  remedy: {
    en: 'Answer with a fixed text, and write the exception to the log: `current_app.logger.exception("upload failed")`. A handler for 500 gives the page; `abort(400, "…")` with a text of your own is fine.',
    'zh-cn':
      '请返回固定文本，并把异常写入日志：`current_app.logger.exception("upload failed")`。由 500 的错误处理函数返回页面；`abort(400, "…")` 使用自拟文本没有问题。',
  },
  messages: {
    trace: {
      en: 'The stack trace goes to the visitor. Write it to the log, and answer with a fixed text.',
      'zh-cn': '堆栈信息会发送给访问者。请写入日志，并返回固定文本。',
    },
    text: {
      en: 'The text of the exception goes to the visitor. Write it to the log, and answer with a fixed text.',
      'zh-cn': '异常文本会发送给访问者。请写入日志，并返回固定文本。',
    },
    propagate: {
      en: 'Exceptions pass the error pages by. Leave PROPAGATE_EXCEPTIONS off.',
      'zh-cn': '异常会绕过错误页面。请关闭 PROPAGATE_EXCEPTIONS。',
    },
    fixed: { en: 'Answer with a fixed text (log the exception)', 'zh-cn': '返回固定文本（异常请写入日志）' },
    off: { en: 'Write False', 'zh-cn': '改为 False' },
  },
  check: {
    python(module, { report, purpose }) {
      if (isForJobs(purpose)) return;
      for (const { place, isTrace } of errorTexts(module)) {
        const edits = [{ ...placeIn(module, place), newText: '"Internal server error"' }];
        const fixes = () => [{ safe: false, title: 'fixed', edits }];
        report({ place: placeIn(module, place), message: isTrace ? 'trace' : 'text', fixes });
      }
      for (const { entry, value } of propagates(module)) {
        const edits = value.is === 'boolean' ? [{ ...placeIn(module, value), newText: 'False' }] : undefined;
        report({
          place: placeIn(module, entry),
          message: 'propagate',
          fixes: () => [{ safe: false, title: 'off', edits }],
        });
      }
    },
  },
};
