/**
 * MLPS-RUN-000: several hardening settings of one container are missing; stands for the single
 * rules.
 */
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const hardenContainer: Rule = {
  id: 'MLPS-RUN-000',
  name: 'harden-container',
  severity: 'warning',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  isAboutFindings: true,
  clauses: ['~8.1.4.2 d'],
  rows: ['C25'],
  peers: [],
  title: { en: 'Hardening settings of a container are missing', 'zh-cn': '容器缺少加固设置' },
  why: {
    en: 'Several rules ask for a setting of the same container. They are shown as one finding; the single rules are its related information, and the command line lists them one by one.',
    'zh-cn': '多条规则都要求为同一容器添加设置。它们合并为一个发现，各条规则列在相关信息中；命令行会逐条列出。',
  },
  remedy: {
    en: 'Use "Harden this service", look at the difference, and give the application the paths and rights it really needs.',
    'zh-cn': '使用“加固此服务”，查看差异，并为应用保留其确实需要的路径和权限。',
  },
  messages: {
    notHardened: {
      en: 'Not hardened: {count} settings are missing ({rules}). Add them, or suppress the ones the application cannot live with.',
      'zh-cn': '未加固：{count} 项（{rules}）。请添加；应用确实无法满足的项请注明理由后抑制。',
    },
    hardenAll: {
      en: 'Harden this service (MLPS level 3): add {added} missing settings',
      'zh-cn': '加固此服务（等保三级）：添加 {added} 项缺失的设置',
    },
  },
  check: {},
};
