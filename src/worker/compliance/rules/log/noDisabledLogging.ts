/** MLPS-LOG-001: a container's output is kept. */
import { fileName } from '../../files';
import { type LogSettings, logSettingsOf } from '../../model/logSettings';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule } from '../rule';

export const noDisabledLogging: Rule = {
  id: 'MLPS-LOG-001',
  name: 'no-disabled-logging',
  severity: 'error',
  profile: 'recommended',
  kinds: [...CONTAINER_KINDS, 'daemon', 'journald', 'rsyslog', 'shell'],
  clauses: ['8.1.4.3 a', '~8.1.4.3 d'],
  highRisk: ['~6.5.1.2'],
  rows: ['C65', 'C69'],
  peers: ['CL-0014'],
  title: { en: 'Do not switch logging off', 'zh-cn': '不得关闭日志' },
  why: {
    en: 'Without records nobody can say who did what, and level 3 asks for an audit that covers every user and cannot be interrupted.',
    'zh-cn': '没有记录就无法说明谁做了什么；等保三级要求审计覆盖每个用户且不得中断。',
  },
  remedy: {
    en: 'Remove the driver `none`; send the output to the central log.',
    'zh-cn': '移除 `none` 驱动，并将输出发送到集中日志。',
  },
  messages: {
    none: {
      en: 'The output of this container is thrown away. Use a driver that keeps it.',
      'zh-cn': '该容器的输出被丢弃。请使用会保留日志的驱动。',
    },
    daemon: {
      en: 'The output of all containers that name no driver is thrown away. Use a driver that keeps it.',
      'zh-cn': '所有未指定驱动的容器的输出都会被丢弃。请使用会保留日志的驱动。',
    },
    journal: {
      en: 'The journal keeps nothing, and no syslog takes its records instead. Store them.',
      'zh-cn': 'journal 不保存任何记录，也未转发给 syslog。请保存。',
    },
    discarded: {
      en: 'The records of logins are thrown away before anything has kept them. Remove this, or write them to a file and the central log first.',
      'zh-cn': '登录记录在保存之前即被丢弃。请删除此行，或先写入文件并发送到集中日志。',
    },
    persistent: { en: 'Keep the journal on disk', 'zh-cn': '将 journal 保存到磁盘' },
    file: { en: 'Use the k8s-file driver (output is kept)', 'zh-cn': '改用 k8s-file 驱动（保留输出）' },
    local: { en: 'Use the local driver (output is kept, with rotation)', 'zh-cn': '改用 local 驱动（保留输出并轮转）' },
  },
  check: {
    container: (container, { report }) => judge(logSettingsOf(container), report, 'none'),
    dockerd: (daemon, { report }) => judge(daemon.logging(), report, 'daemon'),
    journald({ off }, { report }) {
      if (!off) return;
      const edits = [{ ...off.valuePlace, newText: 'persistent' }];
      report({
        place: off.valuePlace,
        message: 'journal',
        fixes: () => [{ safe: false, title: 'persistent', edits }],
      });
    },
    rsyslog({ discards }, { report }) {
      // In a fragment, a file in front of it may have kept them.
      for (const { filter, place } of discards)
        report({
          place: { ...place, start: filter?.place.start ?? place.start },
          message: 'discarded',
          profile: fileName(place.uri) === 'rsyslog.conf' ? undefined : 'mlps3',
        });
    },
  },
};

function judge(settings: LogSettings | undefined, report: (report: Report) => void, message: 'none' | 'daemon'): void {
  const driver = settings?.logging.driver;
  if (driver?.known?.toLowerCase() !== 'none') return;
  const isPodman = settings!.engine === 'podman';
  const fixes = () => [
    {
      safe: false,
      title: isPodman ? 'file' : 'local',
      edits: settings!.replace(driver, isPodman ? 'k8s-file' : 'local'),
    },
  ];
  report({ place: driver.place, message, service: settings!.name, fixes });
}
