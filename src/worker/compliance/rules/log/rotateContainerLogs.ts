/** MLPS-LOG-005: a container's log does not fill the host's disk. */
import type { Dockerd } from '../../documents/dockerd';
import type { Setting } from '../../model/containerWriter';
import { type LogSettings, logSettingsOf } from '../../model/logSettings';
import { logOption } from '../../model/remoteLog';
import type { Edit, Value } from '../../model/value';
import { daemonsAround } from '../../readings/daemonsAround';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule } from '../rule';

const ROTATION: [name: string, value: string][] = [
  ['max-size', '10m'],
  ['max-file', '5'],
];

export const rotateContainerLogs: Rule = {
  id: 'MLPS-LOG-005',
  name: 'rotate-container-logs',
  severity: 'warning',
  profile: 'mlps3',
  kinds: [...CONTAINER_KINDS, 'daemon', 'shell'],
  clauses: ['~8.1.4.3 c'],
  highRisk: ['~6.5.1.2'],
  rows: ['C69'],
  peers: [],
  hardening: true,
  title: { en: 'Rotate container logs', 'zh-cn': '容器日志须轮转' },
  why: {
    en: 'The default driver writes one file without end. When the disk is full, services stop and records are lost.',
    'zh-cn': '默认驱动会无限写入同一个文件。磁盘写满后服务停止，记录丢失。',
  },
  remedy: {
    en: 'Set `max-size` and `max-file`, or the `local` driver. Rotation shortens retention: keep six months in a central log.',
    'zh-cn': '设置 `max-size` 和 `max-file`，或使用 `local` 驱动。轮转会缩短留存时间：六个月的日志应保存在集中日志中。',
  },
  messages: {
    missing: {
      en: 'The log of this container grows without end. Set max-size and max-file, or use the local driver.',
      'zh-cn': '该容器的日志会无限增长。请设置 max-size 和 max-file，或使用 local 驱动。',
    },
    add: {
      en: 'Rotate at 10 MB, five files (older records must be kept centrally)',
      'zh-cn': '按 10 MB 轮转，保留五个文件（更早的记录须集中保存）',
    },
  },
  check: {
    container(container, context) {
      const { report, satisfied } = context;
      const { complete, server, name, anchor, engine } = container;
      if (!complete || !server) return;
      const settings = logSettingsOf(container);
      if (settings) return judge(settings, report);
      if (engine === 'podman') return;
      const daemon = rotatedByDaemon(daemonsAround(anchor.uri, context));
      if (daemon) satisfied(anchor, daemon.logging.place);
      else {
        const settings: Setting[] = [{ kind: 'logging', driver: 'json-file', options: ROTATION }];
        report({ place: anchor, message: 'missing', service: name, harden: { container, settings } });
      }
    },
    dockerd(daemon, { report }) {
      const own = daemon.logging();
      if (own) judge(own, report);
    },
  },
};

/** Rotated, or with another driver, which rotates or keeps nothing here. */
function isRotated(settings: LogSettings): boolean {
  const { driver } = settings.logging;
  if (driver ? driver.known !== 'json-file' : settings.engine === 'podman') return true;
  return ROTATION.every(([option]) => isBound(logOption(settings, option)));
}

/** -1 is the default: without end. */
const isBound = (value: Value | undefined): boolean => value !== undefined && !/^(-\d+|0)$/.test(value.resolved.trim());

const rotatedByDaemon = (daemons: readonly Dockerd[]): LogSettings | undefined =>
  daemons.flatMap((daemon) => daemon.logging() ?? []).find(isRotated);

function judge(settings: LogSettings, report: (report: Report) => void): void {
  if (isRotated(settings)) return;
  const { logging, name: service } = settings;
  report({
    place: logging.place,
    message: 'missing',
    service,
    fixes: () => [{ safe: false, title: 'add', edits: rotate(settings) }],
  });
}

function rotate(settings: LogSettings): Edit[] | undefined {
  const wrong = ROTATION.flatMap(([option, text]) => {
    const value = logOption(settings, option);
    return value && !isBound(value) ? [settings.replace(value, text)] : [];
  });
  const missing = ROTATION.filter(([option]) => !logOption(settings, option));
  const parts = [...wrong, ...(missing.length > 0 ? [settings.addOptions(missing)] : [])];
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
