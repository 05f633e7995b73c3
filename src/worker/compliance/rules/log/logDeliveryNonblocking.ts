/** MLPS-LOG-004: a log server that is away does not stop the service. */
import { type LogSettings, logSettingsOf } from '../../model/logSettings';
import { logOption, remoteLog } from '../../model/remoteLog';
import type { Edit, Value } from '../../model/value';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule } from '../rule';

export const logDeliveryNonblocking: Rule = {
  id: 'MLPS-LOG-004',
  name: 'log-delivery-nonblocking',
  severity: 'info',
  profile: 'mlps3',
  kinds: [...CONTAINER_KINDS, 'daemon', 'shell'],
  clauses: ['~8.1.4.3 c'],
  rows: ['C72'],
  peers: [],
  title: { en: 'Deliver logs without blocking', 'zh-cn': '日志投递不得阻塞服务' },
  why: {
    en: 'With a remote driver in its default mode the container does not start while the log server is away, and later blocks when it writes.',
    'zh-cn': '远程驱动在默认模式下，日志服务器不可用时容器无法启动，之后写日志也会阻塞。',
  },
  remedy: {
    en: 'Set `mode: non-blocking` and `max-buffer-size` (records are lost when the buffer is full), or let an agent on the host forward.',
    'zh-cn': '设置 `mode: non-blocking` 和 `max-buffer-size`（缓冲区满时会丢失记录），或由主机上的代理程序转发。',
  },
  messages: {
    blocking: {
      en: 'When the log server is away this container does not start or blocks. Add mode: non-blocking with a buffer, or use an agent.',
      'zh-cn': '日志服务器不可用时，该容器无法启动或会阻塞。请添加 mode: non-blocking 和缓冲区，或使用代理程序。',
    },
    nonBlocking: {
      en: 'Deliver without blocking (records are lost when the buffer is full)',
      'zh-cn': '改为非阻塞投递（缓冲区写满时会丢失记录）',
    },
  },
  check: {
    container: (container, { report }) => judge(logSettingsOf(container), report),
    dockerd: (daemon, { report }) => judge(daemon.logging(), report),
  },
};

function judge(settings: LogSettings | undefined, report: (report: Report) => void): void {
  const log = settings && remoteLog(settings);
  if (!log || (log.local && log.driver !== 'fluentd')) return;
  const mode = logOption(settings!, 'mode');
  const async = logOption(settings!, 'fluentd-async');
  if (mode ? mode.known !== 'blocking' : async?.known === 'true') return;
  const { driver, place } = settings!.logging;
  report({
    place: driver?.place ?? place,
    message: 'blocking',
    service: settings!.name,
    fixes: () => [{ safe: false, title: 'nonBlocking', edits: nonBlocking(settings!, log.driver, mode, async) }],
  });
}

/** fluentd's own switch also lets the container start while the server is away. */
function nonBlocking(
  settings: LogSettings,
  driver: string,
  mode: Value | undefined,
  async: Value | undefined,
): Edit[] | undefined {
  if (driver === 'fluentd' && !mode)
    return async ? settings.replace(async, 'true') : settings.addOptions([['fluentd-async', 'true']]);
  const buffer: [string, string][] = logOption(settings, 'max-buffer-size') ? [] : [['max-buffer-size', '4m']];
  if (!mode) return settings.addOptions([['mode', 'non-blocking'], ...buffer]);
  const rewritten = settings.replace(mode, 'non-blocking');
  const added = buffer.length > 0 ? settings.addOptions(buffer) : [];
  return rewritten && added && [...rewritten, ...added];
}
