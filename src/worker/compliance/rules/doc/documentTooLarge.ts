/** MLPS-DOC-001: the file is too large to be judged, or has too many findings to list. */
import { kinds } from '../../../protocol/fileKinds';
import type { Rule } from '../rule';

export const documentTooLarge: Rule = {
  id: 'MLPS-DOC-001',
  name: 'document-too-large',
  severity: 'info',
  profile: 'recommended',
  kinds,
  isAboutFindings: true,
  clauses: [],
  rows: [],
  peers: [],
  title: { en: 'The file is too large to be judged', 'zh-cn': '文件过大，无法检查' },
  why: {
    en: 'A file of more than four million characters is a log or data with the name of a deployment file. Judging it would only block the editor.',
    'zh-cn': '超过四百万字符的文件通常是日志或数据，只是名字与部署文件相同。检查它只会阻塞编辑器。',
  },
  remedy: {
    en: 'Rename the file, or split it when it really is a deployment file.',
    'zh-cn': '请重命名该文件；如果它确实是部署文件，请拆分。',
  },
  messages: {
    tooLarge: {
      en: 'This file has {megabytes} million characters and was not checked: deployment files are far smaller. Rename it or split it.',
      'zh-cn': '该文件有 {megabytes} 百万字符，未作检查：部署文件远小于此。请重命名或拆分。',
    },
    more: {
      en: 'This file has {count} more findings of {rule} than are listed. Fix the listed ones and check again, or split the file.',
      'zh-cn': '该文件还有 {count} 个 {rule} 的问题未列出。请先修复已列出的问题再检查，或拆分该文件。',
    },
  },
  check: {},
};
