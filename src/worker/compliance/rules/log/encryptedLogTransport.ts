/** MLPS-LOG-003: audit records travel encrypted. */
import { type LogSettings, logSettingsOf } from '../../model/logSettings';
import { LOG_CA, logOption, type RemoteLog, remoteLog } from '../../model/remoteLog';
import { type Edit, UNKNOWN, type Value } from '../../model/value';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule } from '../rule';

const PLAIN = /^(tcp|udp|http):\/\//i;

export const encryptedLogTransport: Rule = {
  id: 'MLPS-LOG-003',
  name: 'encrypted-log-transport',
  severity: 'warning',
  profile: 'mlps3',
  kinds: [...CONTAINER_KINDS, 'daemon', 'logAgent', 'rsyslog', 'shell'],
  clauses: ['~8.1.2.2 b', '8.1.4.7 a', '~8.1.4.8 a', '~8.1.5.4 b'],
  highRisk: ['~6.4.5.1'],
  triggers: ['~A-24'],
  rows: ['C72'],
  peers: ['rsyslog_remote_tls'],
  title: { en: 'Send logs encrypted', 'zh-cn': '日志传输须加密' },
  why: {
    en: 'Audit records in clear text can be read and changed on the way; the clause names audit data expressly.',
    'zh-cn': '明文传输的审计记录可能在途中被读取和篡改；条款明确包括重要审计数据。',
  },
  remedy: {
    en: "Use `tcp+tls://host:6514` with `syslog-tls-ca-cert`. fluentd takes `tls://` since Docker 23.0, but no CA of your own: the server's certificate must be one that the host trusts. gelf has no TLS: use syslog, or an agent on the host.",
    'zh-cn':
      '使用 `tcp+tls://host:6514` 并设置 `syslog-tls-ca-cert`。fluentd 自 Docker 23.0 起支持 `tls://`，但不能指定自己的 CA：服务器证书必须被主机信任。gelf 没有 TLS：请改用 syslog 或主机上的代理程序。',
  },
  messages: {
    plain: {
      en: 'Logs are sent in clear text to {address}. Use tcp+tls:// and a CA certificate.',
      'zh-cn': '日志以明文发送到 {address}。请使用 tcp+tls:// 和 CA 证书。',
    },
    http: {
      en: 'Logs are sent in clear text to {address}. Use https:// and a certificate.',
      'zh-cn': '日志以明文发送到 {address}。请使用 https:// 和证书。',
    },
    sent: {
      en: 'Records are sent to {host} in clear text. Use TLS.',
      'zh-cn': '日志以明文发送到 {host}。请使用 TLS。',
    },
    sendTls: {
      en: 'Send over TLS to port 6514 (the log server must offer it; put its CA in /etc/rsyslog.d/log-ca.pem)',
      'zh-cn': '改为通过 TLS 发送到 6514 端口（日志服务器须支持；CA 证书放在 /etc/rsyslog.d/log-ca.pem）',
    },
    noTls: {
      en: 'The driver {driver} cannot encrypt here. Use syslog over TLS, or an agent on the host that forwards encrypted.',
      'zh-cn': '驱动 {driver} 在此无法加密。请使用基于 TLS 的 syslog，或由主机上的代理程序加密转发。',
    },
    fluentd: {
      en: 'Logs are sent in clear text to {address}. Use tls:// (Docker 23.0 or later), or an agent on the host that forwards encrypted.',
      'zh-cn': '日志以明文发送到 {address}。请使用 tls://（Docker 23.0 及以上），或由主机上的代理程序加密转发。',
    },
    fluentdTls: {
      en: 'Use tls:// (the log server must offer it, with a certificate that this host trusts)',
      'zh-cn': '改用 tls://（日志服务器须支持，且其证书须被本主机信任）',
    },
    tls: {
      en: 'Use tcp+tls on port 6514 (the log server must offer it; put its CA in /etc/docker/log-ca.pem)',
      'zh-cn': '改用 6514 端口的 tcp+tls（日志服务器须支持；CA 证书放在 /etc/docker/log-ca.pem）',
    },
  },
  check: {
    container: (container, { report }) => judge(logSettingsOf(container), report),
    dockerd: (daemon, { report }) => judge(daemon.logging(), report),
    logForward({ place, host, isLocal, isEncrypted, encrypt }, { report }) {
      if (isLocal || isEncrypted !== false) return;
      report({
        place,
        message: 'sent',
        data: { host: host.replaceAll(UNKNOWN, '…') },
        fixes: () => [{ safe: false, title: 'sendTls', edits: encrypt?.() }],
      });
    },
  },
};

function judge(settings: LogSettings | undefined, report: (report: Report) => void): void {
  const log = settings && remoteLog(settings);
  const message = log?.address && !log.local ? problemOf(log, log.address) : undefined;
  if (!message) return;
  const address = log!.address!;
  const fixes = () => [
    { safe: false, title: 'tls', edits: message === 'plain' ? syslogOverTls(settings!, address) : undefined },
    {
      safe: false,
      title: 'fluentdTls',
      edits: message === 'fluentd' ? settings!.replace(address, overTls(address)) : undefined,
    },
  ];
  report({
    place: address.place,
    message,
    data: { address: address.resolved, driver: log!.driver },
    service: settings!.name,
    fixes,
  });
}

function problemOf({ driver }: RemoteLog, { resolved, known }: Value): string | undefined {
  if (driver === 'syslog') return PLAIN.test(resolved) ? 'plain' : undefined;
  if (driver === 'splunk' || driver.includes('loki')) return PLAIN.test(resolved) ? 'http' : undefined;
  if (known === undefined) return undefined;
  if (driver === 'fluentd') return /^tls:/i.test(resolved) ? undefined : 'fluentd';
  return driver === 'gelf' ? 'noTls' : undefined;
}

const overTls = ({ resolved }: Value): string => `tls://${resolved.replace(/^\w+:\/\//, '')}`;

/** The address and, when none is named, the certificate of the authority. */
function syslogOverTls(settings: LogSettings, address: Value): Edit[] | undefined {
  const host = address.resolved.replace(PLAIN, '').replace(/:\d+$/, '');
  const rewritten = settings.replace(address, `tcp+tls://${host}:6514`);
  const added = logOption(settings, LOG_CA[0]) ? [] : settings.addOptions([LOG_CA]);
  return rewritten && added && [...rewritten, ...added];
}
