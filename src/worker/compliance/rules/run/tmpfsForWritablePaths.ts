/**
 * MLPS-RUN-004: a read-only container has somewhere to write, and nothing in memory can be
 * executed.
 */
import { knownImage } from '../../data/knownImages';
import { baseImageOf } from '../../documents/dockerfile/builtImage';
import type { Mount } from '../../model/mount';
import { isWithin } from '../../model/mount';
import { UNKNOWN } from '../../model/value';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

const LOOSE = new Set(['exec', 'suid', 'dev']);

export const tmpfsForWritablePaths: Rule = {
  id: 'MLPS-RUN-004',
  name: 'tmpfs-for-writable-paths',
  severity: 'info',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.5', '~8.1.4.10 b'],
  rows: ['C32'],
  peers: ['CL-0022'],
  hardening: true,
  title: { en: 'Give read-only containers a tmpfs', 'zh-cn': '只读容器须提供 tmpfs' },
  why: {
    en: 'Many programs stop when they cannot write to /tmp. A tmpfs gives them room in memory that is empty after every start and from which nothing can be executed.',
    'zh-cn': '许多程序在无法写入 /tmp 时会停止。tmpfs 提供内存空间，重启即清空，且其中的文件不可执行。',
  },
  remedy: {
    en: 'Add `tmpfs: [/tmp]` (`--tmpfs /tmp`), better with a size. noexec, nosuid and nodev are the default: do not switch them off.',
    'zh-cn': '添加 `tmpfs: [/tmp]`（`--tmpfs /tmp`），最好写明大小。noexec、nosuid、nodev 是默认值，请不要关闭。',
  },
  messages: {
    missing: {
      en: 'The root file system is read-only and {path} is nowhere to write. Add a tmpfs for it if the program writes there.',
      'zh-cn': '根文件系统只读，{path} 无法写入。如果程序要写入，请为其添加 tmpfs。',
    },
    loose: {
      en: 'The option {option} lets programs be started from this tmpfs with rights they should not have. Remove it.',
      'zh-cn': '选项 {option} 使该 tmpfs 中的程序能以不应有的权限运行。请移除。',
    },
    keep: {
      en: 'The root file system is read-only, and {path} must outlive the container. Mount a named volume there.',
      'zh-cn': '根文件系统只读，而 {path} 的内容须在容器之外保留。请在此挂载命名卷。',
    },
    tighten: {
      en: 'Remove exec, suid and dev (nothing can be started from this tmpfs)',
      'zh-cn': '移除 exec、suid 和 dev（此 tmpfs 中的程序将无法启动）',
    },
    add: { en: 'Add a tmpfs on {path}', 'zh-cn': '在 {path} 挂载 tmpfs' },
  },
  check: {
    container(container, { files, report }) {
      const { mounts, readOnly, complete, name, anchor } = container;
      for (const mount of mounts) {
        const option = mount.type === 'tmpfs' ? mount.options.find((o) => LOOSE.has(o.resolved)) : undefined;
        if (!option) continue;
        const { entry } = mount;
        const edits = () =>
          entry.known === undefined ? undefined : container.writer.replace(entry, withoutLoose(entry.resolved));
        const fixes = () => [{ safe: false, title: 'tighten', edits: edits() }];
        report({ place: option.place, message: 'loose', data: { option: option.resolved }, service: name, fixes });
      }
      if (readOnly?.known !== true || !complete || mounts.some((m) => m.entry.resolved.includes(UNKNOWN))) return;
      const missing = (path: string) => !covers(mounts, path) && !covers(mounts, path.replace('/var/run', '/run'));
      const { writes = [], keeps = [] } = knownImage(baseImageOf(container, files)) ?? {};
      for (const path of keeps.filter(missing))
        report({ place: anchor, message: 'keep', data: { path }, service: name, harden: { container, settings: [] } });
      const path = ['/tmp', ...writes].find(missing);
      if (path === undefined) return;
      const settings = [{ kind: 'tmpfs', path } as const];
      report({ place: anchor, message: 'missing', data: { path }, service: name, harden: { container, settings } });
    },
  },
};

const covers = (mounts: readonly Mount[], path: string): boolean =>
  mounts.some((m) => m.target?.known !== undefined && isWithin(path, m.target.known.replace(/(.)\/$/, '$1')));

/** `/tmp:exec,size=64m` → `/tmp:size=64m`. */
function withoutLoose(entry: string): string {
  const colon = entry.indexOf(':');
  const kept = entry
    .slice(colon + 1)
    .split(',')
    .filter((word) => !LOOSE.has(word));
  return entry.slice(0, colon) + (kept.length > 0 ? `:${kept.join(',')}` : '');
}
