/** MLPS-RUN-016: memory has a ceiling. */
import { memoryFor } from '../../data/imageMemory';
import { baseImageOf } from '../../documents/dockerfile/builtImage';
import type { WorkspaceFiles } from '../../files';
import type { Container } from '../../model/container';
import { javaHeap } from '../../model/javaHeap';
import { parseMemory } from '../../model/limit';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { checkLimit, differ } from './limitCheck';

/**
 * How much a program needs nobody can tell from its file: the two amounts behind the chosen one are
 * offered too.
 */
const AMOUNTS = ['256m', '512m', '1g', '2g', '4g', '8g', '16g', '32g', '64g', '128g', '256g'];
const LAST_CHOICE = AMOUNTS.length - 3;

/**
 * What the image needs, and twice what a Java heap may take: the rest of the process lies beside
 * it.
 */
function amountFor(container: Container, files: WorkspaceFiles): number {
  const needed = AMOUNTS.indexOf(memoryFor(baseImageOf(container, files)));
  const heap = javaHeap(container);
  const holding = AMOUNTS.findIndex((amount) => parseMemory(amount)! >= 2 * heap);
  return Math.min(LAST_CHOICE, Math.max(needed, holding < 0 ? LAST_CHOICE : holding));
}

export const limitMemory: Rule = {
  id: 'MLPS-RUN-016',
  name: 'limit-memory',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.5.1 b'],
  rows: ['C26'],
  peers: ['CL-0026', 'Memory Not Limited', 'CIS 5.11'],
  hardening: true,
  title: { en: 'Limit memory', 'zh-cn': '限制内存' },
  why: {
    en: 'Without a ceiling one container can take all memory of the host, and the kernel then ends programs of others.',
    'zh-cn': '没有上限时，一个容器就能耗尽主机内存，内核随后会终止其他程序。',
  },
  remedy: {
    en: 'Set `mem_limit` (`--memory`) to what the program needs at its peak. A reservation is not a limit.',
    'zh-cn': '按程序峰值需要设置 `mem_limit`（`--memory`）。预留量不是上限。',
  },
  messages: {
    ...differ,
    missing: {
      en: 'There is no memory limit. Add mem_limit (--memory).',
      'zh-cn': '没有内存上限。请添加 mem_limit（--memory）。',
    },
    unlimited: {
      en: 'This value means no limit. Write an amount such as 256m.',
      'zh-cn': '该值表示不限制。请写明数值，如 256m。',
    },
    add: {
      en: 'Limit memory to {amount} (a program that needs more is ended)',
      'zh-cn': '将内存限制为 {amount}（超出的程序会被终止）',
    },
    more: { en: 'Limit memory to {more}', 'zh-cn': '将内存限制为 {more}' },
    most: { en: 'Limit memory to {most}', 'zh-cn': '将内存限制为 {most}' },
  },
  check: {
    container(container, context) {
      const at = amountFor(container, context.files);
      const [value, more, most] = AMOUNTS.slice(at, at + 3) as [string, string, string];
      checkLimit(container, container.memory, { kind: 'memory', value }, context, { more, most });
    },
  },
};
