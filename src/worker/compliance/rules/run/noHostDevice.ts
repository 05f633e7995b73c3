/** MLPS-RUN-015: no device of the host is handed in. */
import { deviceDanger } from '../../data/devices';
import { normalHostPath } from '../../model/mount';
import { UNKNOWN } from '../../model/value';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

const ERROR = { severity: 'error' } as const;
/** One device that the program may well be there for. */
const NAMED = { severity: 'info', profile: 'mlps3' } as const;

export const noHostDevice: Rule = {
  id: 'MLPS-RUN-015',
  name: 'no-host-device',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  wider: {
    en: 'Single devices that the program may be there for (a GPU, /dev/kvm, /dev/net/tun).',
    'zh-cn': '程序可能正是为其而设的单个设备（GPU、/dev/kvm、/dev/net/tun）。',
  },
  clauses: ['~8.1.4.2 d'],
  rows: ['C09', 'C25'],
  peers: ['CL-0016', 'CIS 5.18'],
  title: { en: 'Do not give containers devices of the host', 'zh-cn': '不得传入主机设备' },
  why: {
    en: 'A disk device is every file of the host, whatever mounts say; a memory device is every secret in it.',
    'zh-cn': '磁盘设备等于主机上的全部文件，与挂载设置无关；内存设备等于其中的全部机密。',
  },
  remedy: {
    en: 'Remove it. Where a program really works with one device (`/dev/net/tun`, a camera), keep that one only and say why.',
    'zh-cn': '请移除。程序确需某个设备（`/dev/net/tun`、摄像头）时，只保留该设备并说明理由。',
  },
  messages: {
    all: {
      en: 'This hands over every device of the host. Remove it and name the single device that is needed.',
      'zh-cn': '这会交出主机的全部设备。请移除，只写需要的单个设备。',
    },
    disk: {
      en: '{device} is a disk of the host: all its files can be read and written past every mount. Remove it.',
      'zh-cn': '{device} 是主机磁盘：可绕过所有挂载读写其全部文件。请移除。',
    },
    memory: {
      en: '{device} is the memory or the kernel log of the host. Remove it.',
      'zh-cn': '{device} 是主机的内存或内核日志。请移除。',
    },
    other: {
      en: 'The host device {device} is given to the container. Remove it if the program does not need it.',
      'zh-cn': '传入了主机设备 {device}。程序不需要时请移除。',
    },
    gpu: {
      en: 'A GPU is given to the container; a service that promises to compute on the CPU alone needs none. Remove it.',
      'zh-cn': '传入了 GPU；承诺纯 CPU 运算的服务不需要。请移除。',
    },
    remove: { en: 'Remove it (the program no longer sees the device)', 'zh-cn': '移除（程序将无法再访问该设备）' },
  },
  check: {
    container({ devices, deviceCgroupRules, gpus, name, writer }, { report }) {
      for (const value of devices) {
        const device = value.resolved.split(':', 1)[0]!;
        if (device.includes(UNKNOWN) || device === '') continue;
        const danger = device.startsWith('/') ? deviceDanger(normalHostPath(device)) : undefined;
        report({
          place: value.place,
          message: danger ?? (/gpu|nvidia/i.test(device) ? 'gpu' : 'other'),
          data: { device },
          ...(danger ? ERROR : NAMED),
          service: name,
          fixes: () => [{ safe: false, title: 'remove', edits: writer.remove(value) }],
        });
      }
      for (const value of deviceCgroupRules) {
        if (value.known === undefined) continue;
        const all = /^\s*[ab]\s+\*:\*(\s|$)/.test(value.known);
        const fixes = () => [{ safe: false, title: 'remove', edits: writer.remove(value) }];
        const said = { message: all ? 'all' : 'other', data: { device: value.known }, ...(all ? ERROR : NAMED) };
        report({ ...said, place: value.place, service: name, fixes });
      }
      if (!gpus) return;
      const fixes = () => [{ safe: false, title: 'remove', edits: writer.remove(gpus) }];
      report({ place: gpus.place, message: 'gpu', ...NAMED, service: name, fixes });
    },
  },
};
