/**
 * MLPS-DOC-005: the linter failed on the file, or was stopped since the file took too much time or
 * memory.
 */
import { kinds } from '../../../protocol/fileKinds';
import type { Rule } from '../rule';

export const documentJudged: Rule = {
  id: 'MLPS-DOC-005',
  name: 'document-judged',
  severity: 'warning',
  profile: 'recommended',
  kinds,
  isAboutFindings: true,
  clauses: [],
  rows: [],
  peers: [],
  title: { en: 'The file was not judged', 'zh-cn': '文件未能检查' },
  why: {
    en: 'A file that nobody judged must not look compliant.',
    'zh-cn': '未经检查的文件不能看起来合规。',
  },
  remedy: {
    en: 'Split a file that takes too long. In any other case please report the message with a file that shows it. All other files are judged as usual.',
    'zh-cn': '检查耗时过长的文件，请拆分；其他情况请将该信息连同可重现的文件反馈给我们。其他文件照常检查。',
  },
  messages: {
    failed: {
      en: 'This file was not judged, since the check failed ({reason}). Other files are not affected. Please report this.',
      'zh-cn': '检查失败（{reason}），该文件未能检查。其他文件不受影响。请将此问题反馈给我们。',
    },
    stopped: { en: 'This file was not judged. {reason}', 'zh-cn': '该文件未能检查。{reason}' },
  },
  check: {},
};
