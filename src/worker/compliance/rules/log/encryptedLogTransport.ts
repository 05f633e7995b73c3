/** MLPS-LOG-003: audit records travel encrypted. */
import { CONTAINER_KINDS } from '../../kinds';
import { remoteLog } from '../../model/remoteLog';
import type { Rule } from '../rule';

const PLAIN = /^(tcp|udp|http):\/\//i;

export const encryptedLogTransport: Rule = {
  id: 'MLPS-LOG-003',
  name: 'encrypted-log-transport',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['8.1.4.7 a', '8.1.4.8 a', '8.1.5.4 b'],
  rows: ['C72'],
  peers: ['rsyslog_remote_tls'],
  title: { en: 'Send logs encrypted', 'zh-cn': '日志传输须加密' },
  why: {
    en: 'Audit records in clear text can be read and changed on the way; the clause names audit data expressly.',
    'zh-cn': '明文传输的审计记录可能在途中被读取和篡改;条款明确包括重要审计数据。',
  },
  remedy: {
    en: 'Use `tcp+tls://host:6514` with `syslog-tls-ca-cert`. gelf has no TLS: use syslog, or an agent on the host.',
    'zh-cn': '使用 `tcp+tls://host:6514` 并设置 `syslog-tls-ca-cert`。gelf 没有 TLS:请改用 syslog 或主机上的代理程序。',
  },
  messages: {
    plain: {
      en: 'Logs are sent in clear text to {address}. Use tcp+tls:// and a CA certificate.',
      'zh-cn': '日志以明文发送到 {address}。请使用 tcp+tls:// 和 CA 证书。',
    },
    noTls: {
      en: 'The driver {driver} cannot encrypt here. Use syslog over TLS, or an agent on the host that forwards encrypted.',
      'zh-cn': '驱动 {driver} 在此无法加密。请使用基于 TLS 的 syslog,或由主机上的代理程序加密转发。',
    },
    tls: { en: 'Use tcp+tls on port 6514 (the log server must offer it)', 'zh-cn': '改用 6514 端口的 tcp+tls(日志服务器须支持)' },
  },
  check: {
    container(container, { report }) {
      const log = remoteLog(container);
      const { name, writer, logging } = container;
      if (!log?.address || log.local) return;
      const address = log.address.resolved;
      const tls = log.driver === 'fluentd' && logging?.options.some((o) => /tls/.test(o.name) && o.value.known === 'true');
      if (log.driver === 'syslog' || log.driver === 'splunk' || log.driver.includes('loki')) {
        if (!PLAIN.test(address)) return;
        const host = address.replace(PLAIN, '').replace(/:\d+$/, '');
        const edits = log.driver === 'syslog' ? writer.replace(log.address, `tcp+tls://${host}:6514`) : undefined;
        report({
          place: log.address.place,
          message: 'plain',
          data: { address },
          service: name,
          fixes: [{ safe: false, title: 'tls', edits }],
        });
      } else if ((log.driver === 'gelf' || (log.driver === 'fluentd' && !tls)) && log.address.known !== undefined) {
        report({ place: log.address.place, message: 'noTls', data: { driver: log.driver }, service: name });
      }
    },
  },
};
