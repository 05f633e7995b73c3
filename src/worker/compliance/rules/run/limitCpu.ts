/** MLPS-RUN-017: processor time has a ceiling. */
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { checkLimit, differ } from './limitCheck';

export const limitCpu: Rule = {
  id: 'MLPS-RUN-017',
  name: 'limit-cpu',
  severity: 'info',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.5.1 b'],
  rows: ['C26'],
  peers: ['CL-0026', 'Cpus Not Limited', 'CIS 5.12'],
  hardening: true,
  title: { en: 'Limit processor time', 'zh-cn': '限制处理器' },
  why: {
    en: 'Without a ceiling one busy container slows all others of the host.',
    'zh-cn': '没有上限时，一个繁忙的容器会拖慢主机上的所有其他容器。',
  },
  remedy: {
    en: 'Set `cpus` (`--cpus`). Shares and CPU sets are not a ceiling.',
    'zh-cn': '设置 `cpus`（`--cpus`）。cpu_shares 和 cpuset 不是上限。',
  },
  messages: {
    ...differ,
    missing: {
      en: 'There is no processor limit. Add cpus (--cpus).',
      'zh-cn': '没有处理器上限。请添加 cpus（--cpus）。',
    },
    unlimited: {
      en: 'This value means no limit. Write a number such as 1.',
      'zh-cn': '该值表示不限制。请写明数值，如 1。',
    },
    add: { en: 'Limit to one processor', 'zh-cn': '限制为一个处理器' },
  },
  check: {
    container: (container, context) => checkLimit(container, container.cpus, { kind: 'cpus', value: '1' }, context),
  },
};
