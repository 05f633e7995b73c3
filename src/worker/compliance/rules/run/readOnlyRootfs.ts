/** MLPS-RUN-003: the root file system is read-only. */

import type { Setting } from '../../model/containerWriter';
import { isWindows } from '../../model/windows';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const readOnlyRootfs: Rule = {
  id: 'MLPS-RUN-003',
  name: 'read-only-rootfs',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.5', '~8.1.4.7 b'],
  rows: ['C31'],
  peers: ['CL-0007', 'writable-filesystem-service', 'CIS 5.13'],
  hardening: true,
  title: { en: 'Mount the root file system read-only', 'zh-cn': '根文件系统只读' },
  why: {
    en: 'Whoever breaks into a container writes a program first. On a read-only root file system there is nowhere to put it, and the files that were checked stay as they were.',
    'zh-cn': '攻破容器后的第一步通常是写入程序。根文件系统只读时无处可写，已校验的文件也保持原样。',
  },
  remedy: {
    en: 'Set `read_only: true` (`--read-only`) and give the paths the program writes a tmpfs or a volume, at least `/tmp`.',
    'zh-cn': '设置 `read_only: true`（`--read-only`），并为程序要写入的路径提供 tmpfs 或卷，至少包括 `/tmp`。',
  },
  messages: {
    missing: {
      en: 'The root file system is writable. Add read_only and a tmpfs for the paths the program writes.',
      'zh-cn': '根文件系统可写。请添加 read_only，并为程序写入的路径提供 tmpfs。',
    },
    off: {
      en: 'The root file system is declared writable. Make it read-only and give the paths the program writes a tmpfs.',
      'zh-cn': '根文件系统被声明为可写。请改为只读，并为程序写入的路径提供 tmpfs。',
    },
    add: {
      en: 'Make the root file system read-only, with a tmpfs on /tmp',
      'zh-cn': '将根文件系统设为只读，并在 /tmp 挂载 tmpfs',
    },
  },
  check: {
    container(container, { report }) {
      const { readOnly, complete, mounts, name } = container;
      if (readOnly ? readOnly.known !== false : !complete || isWindows(container)) return;
      const hasTmp = mounts.some((m) => m.target?.known?.replace(/\/$/, '') === '/tmp');
      const settings: Setting[] = [{ kind: 'readOnly' }, ...(hasTmp ? [] : [{ kind: 'tmpfs', path: '/tmp' } as const])];
      report({
        place: readOnly?.place ?? container.anchor,
        message: readOnly ? 'off' : 'missing',
        service: name,
        harden: { container, settings },
      });
    },
  },
};
