/** MLPS-RUN-014: processes, memory, names and users of the host are out of sight. */
import { isAtDesk } from '../../model/atDesk';
import { watchesHost } from '../../model/hostTask';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const noHostNamespace: Rule = {
  id: 'MLPS-RUN-014',
  name: 'no-host-namespace',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  wider: {
    en: 'Images that watch the host (node-exporter, Netdata); the shared memory of containers that somebody works in (`-it --rm`) or sees the windows of (`DISPLAY`, X11).',
    'zh-cn':
      '监控主机的镜像（node-exporter、Netdata）；有人在其中操作的容器（`-it --rm`）和为其显示窗口的容器（`DISPLAY`、X11）所共用的内存。',
  },
  clauses: ['~8.1.4.2 d'],
  highRisk: ['~6.4.2.2'],
  triggers: ['~A-20'],
  rows: ['C25'],
  peers: [
    'CL-0010',
    'Host Namespace is Shared',
    'Shared Host IPC Namespace',
    'Shared Host User Namespace',
    'Cgroup Not Default',
    'S6431',
    'CIS 5.16',
    'CIS 5.17',
    'CIS 5.21',
    'CIS 5.25',
    'CIS 5.31',
  ],
  title: { en: 'Do not share namespaces with the host', 'zh-cn': '不得与主机共用命名空间' },
  why: {
    en: 'A container that shares one sees or stops the processes of the host, reads their shared memory, or has the same user numbers as the host.',
    'zh-cn': '共用命名空间的容器可以查看或终止主机进程、读取其共享内存，或与主机使用相同的用户编号。',
  },
  remedy: {
    en: 'Remove the key: private is the default. To see another container only, name it (`pid: "service:app"`).',
    'zh-cn': '请移除该键：默认即为私有。只需查看另一个容器时，请写明该容器（`pid: "service:app"`）。',
  },
  messages: {
    host: {
      en: 'The container shares {what} with the host. Remove it; private is the default.',
      'zh-cn': '该容器与主机共用 {what}。请移除，默认即为私有。',
    },
    parent: {
      en: 'A parent cgroup of its own takes the container out of the limits that the engine sets for all. Remove it.',
      'zh-cn': '自定义父 cgroup 会使容器脱离引擎统一设置的限制。请移除。',
    },
    remove: { en: 'Remove it (the container no longer sees the host)', 'zh-cn': '移除（容器将无法再看到主机）' },
  },
  check: {
    container(container, { report }) {
      const { image, pid, ipc, uts, userns, cgroup, cgroupParent, name, writer } = container;
      for (const [what, value] of Object.entries({ pid, ipc, uts, userns, cgroup })) {
        if (value?.known !== 'host') continue;
        const fixes = () => [{ safe: false, title: 'remove', edits: writer.remove(value) }];
        // The X server shares its pictures through memory, learning programs their batches.
        const isMeant = watchesHost(image) || (what === 'ipc' && isAtDesk(container));
        const profile = isMeant ? 'mlps3' : undefined;
        report({ place: value.entry, message: 'host', data: { what }, profile, service: name, fixes });
      }
      if (!cgroupParent?.known) return;
      const fixes = () => [{ safe: false, title: 'remove', edits: writer.remove(cgroupParent) }];
      report({ place: cgroupParent.entry, message: 'parent', service: name, fixes });
    },
  },
};
