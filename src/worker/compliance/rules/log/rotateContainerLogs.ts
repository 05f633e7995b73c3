/** MLPS-LOG-005: a container's log does not fill the host's disk. */
import { CONTAINER_KINDS } from '../../kinds';
import { logOption } from '../../model/remoteLog';
import type { Rule } from '../rule';

export const rotateContainerLogs: Rule = {
  id: 'MLPS-LOG-005',
  name: 'rotate-container-logs',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['8.1.4.3 c', '8.1.10.6 e'],
  rows: ['C69'],
  peers: [],
  hardening: true,
  title: { en: 'Rotate container logs', 'zh-cn': '容器日志须轮转' },
  why: {
    en: 'The default driver writes one file without end. When the disk is full, services stop and records are lost.',
    'zh-cn': '默认驱动会无限写入同一个文件。磁盘写满后服务停止,记录丢失。',
  },
  remedy: {
    en: 'Set `max-size` and `max-file`, or the `local` driver. Rotation shortens retention: keep six months in a central log.',
    'zh-cn': '设置 `max-size` 和 `max-file`,或使用 `local` 驱动。轮转会缩短留存时间:六个月的日志应保存在集中日志中。',
  },
  messages: {
    missing: {
      en: 'The log of this container grows without end. Set max-size and max-file, or use the local driver.',
      'zh-cn': '该容器的日志会无限增长。请设置 max-size 和 max-file,或使用 local 驱动。',
    },
    add: {
      en: 'Rotate at 10 MB, five files (older records must be kept centrally)',
      'zh-cn': '按 10 MB 轮转,保留五个文件(更早的记录须集中保存)',
    },
  },
  check: {
    container(container, { report }) {
      const { logging, complete, server, name, anchor } = container;
      if (!complete || !server) return;
      const driver = logging?.driver;
      if (driver && driver.known !== 'json-file') return;
      if (logOption(container, 'max-size') && logOption(container, 'max-file')) return;
      if (!logging) {
        const options: [string, string][] = [
          ['max-size', '10m'],
          ['max-file', '5'],
        ];
        report({
          place: anchor,
          message: 'missing',
          service: name,
          harden: { container, settings: [{ kind: 'logging', driver: 'json-file', options }] },
        });
      } else report({ place: logging.place, message: 'missing', service: name });
    },
  },
};
