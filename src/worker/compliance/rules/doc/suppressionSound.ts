/** MLPS-DOC-003: a suppression that silences nothing, has expired, or gives no reason. */
import { kinds } from '../../../protocol/fileKinds';
import type { Rule } from '../rule';

export const suppressionSound: Rule = {
  id: 'MLPS-DOC-003',
  name: 'suppression-sound',
  severity: 'warning',
  profile: 'recommended',
  kinds,
  isAboutFindings: true,
  clauses: ['~8.1.5.2'],
  rows: ['C03'],
  peers: [],
  title: { en: 'A suppression has a reason, an effect and a future', 'zh-cn': '抑制注释须有理由、有效果且未过期' },
  why: {
    en: 'An assessor asks why a finding was suppressed. A comment without reason cannot answer, and one without effect hides the next finding of its rule.',
    'zh-cn': '测评人员会询问某项发现为何被抑制。没有理由的注释无法回答；不起作用的注释会掩盖该规则今后的发现。',
  },
  remedy: {
    en: 'Write `# mlps-lint disable-next-line MLPS-RUN-008 until 2027-01-31 -- reason`; take out comments that are no longer needed.',
    'zh-cn': '写作 `# mlps-lint disable-next-line MLPS-RUN-008 until 2027-01-31 -- 理由`；删除不再需要的注释。',
  },
  messages: {
    unused: {
      en: 'This comment suppresses nothing ({rules}). Remove it, or correct the rule id or its place.',
      'zh-cn': '该注释没有抑制任何发现（{rules}）。请删除，或更正规则编号及位置。',
    },
    expired: {
      en: 'This suppression ended on {until}, so its findings are shown again. Fix the cause, or give a new date with a reason.',
      'zh-cn': '该抑制已于 {until} 到期，相关发现重新显示。请消除原因，或给出新的日期和理由。',
    },
    noReason: {
      en: 'This suppression gives no reason. Add ` -- ` and why the finding is acceptable: the assessor will ask.',
      'zh-cn': '该抑制没有写明理由。请添加 ` -- ` 及可接受的原因：测评人员会询问。',
    },
  },
  check: {},
};
