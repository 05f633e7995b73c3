/** MLPS-RUN-018: the number of processes has a ceiling. */

import { isWindows } from '../../model/windows';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { checkLimit, differ } from './limitCheck';

export const limitPids: Rule = {
  id: 'MLPS-RUN-018',
  name: 'limit-pids',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.5.1 b'],
  rows: ['C26'],
  peers: ['Pids Limit Not Set', 'CIS 5.29'],
  hardening: true,
  title: { en: 'Limit the number of processes', 'zh-cn': '限制进程数' },
  why: {
    en: 'Without a limit a fork bomb in one container stops the whole host.',
    'zh-cn': '没有限制时，一个容器中的 fork 炸弹就能拖垮整台主机。',
  },
  remedy: {
    en: 'Set `pids_limit: 256` (`--pids-limit 256`) or what the program needs.',
    'zh-cn': '设置 `pids_limit: 256`（`--pids-limit 256`）或程序所需的数值。',
  },
  messages: {
    ...differ,
    missing: {
      en: 'The number of processes is not limited. Add pids_limit (--pids-limit).',
      'zh-cn': '没有限制进程数。请添加 pids_limit（--pids-limit）。',
    },
    unlimited: {
      en: 'This value means no limit. Write a number such as 256.',
      'zh-cn': '该值表示不限制。请写明数值，如 256。',
    },
    add: { en: 'Limit to 256 processes', 'zh-cn': '限制为 256 个进程' },
  },
  check: {
    container(container, context) {
      if (!isWindows(container)) checkLimit(container, container.pids, { kind: 'pids', value: '256' }, context);
    },
  },
};
