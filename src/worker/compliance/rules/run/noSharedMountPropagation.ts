/** MLPS-RUN-021: mounts made in the container do not reach the host. */
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

const SHARED = /^((bind-)?propagation=)?r?shared$/;

export const noSharedMountPropagation: Rule = {
  id: 'MLPS-RUN-021',
  name: 'no-shared-mount-propagation',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.2 e'],
  rows: ['C25'],
  peers: ['CL-0017', 'Volume Mounted In Multiple Containers', 'CIS 5.20'],
  title: { en: 'Do not share mounts back to the host', 'zh-cn': '不得将挂载传播回主机' },
  why: {
    en: 'With shared propagation a mount made inside the container appears on the host and in other containers.',
    'zh-cn': '使用 shared 传播时，容器内的挂载会出现在主机和其他容器中。',
  },
  remedy: { en: 'Remove it, or use `rslave`, which only receives.', 'zh-cn': '请移除，或使用只接收的 `rslave`。' },
  messages: {
    shared: {
      en: 'Mounts made in the container propagate to the host. Leave the option out, or use rslave.',
      'zh-cn': '容器内的挂载会传播到主机。请去掉该选项，或使用 rslave。',
    },
    slave: { en: 'Use rslave (mounts of the container stay inside)', 'zh-cn': '改用 rslave（容器内的挂载不再外传）' },
  },
  check: {
    container({ mounts, name, writer }, { report }) {
      for (const mount of mounts) {
        const option = mount.options.find((o) => SHARED.test(o.resolved));
        if (!option) continue;
        const long = option.place !== mount.entry.place && option.resolved.includes('=');
        const text = long ? 'rslave' : mount.entry.resolved.replace(/(?<=[:,=])r?shared(?=,|$)/, 'rslave');
        report({
          place: long ? option.place : mount.entry.place,
          message: 'shared',
          service: name,
          fixes: () => [{ safe: false, title: 'slave', edits: writer.replace(long ? option : mount.entry, text) }],
        });
      }
    },
  },
};
