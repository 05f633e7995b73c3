/** How long records are kept on the host, and where they go. */
import { type FileMaker, LOG_DAYS, logsOf } from './parts';

export const logrotate: FileMaker = ({ answers, say }) => ({
  path: `etc/logrotate.d/${answers.name}`,
  text: `# ${say({
    en: `Six months: every day a file, ${LOG_DAYS} of them.`,
    'zh-cn': `留存六个月：每天一个文件，保留 ${LOG_DAYS} 个。`,
  })}
${logsOf(answers)}/*.log {
    daily
    rotate ${LOG_DAYS}
    dateext
    compress
    delaycompress
    missingok
    notifempty
    copytruncate
}
`,
});

export const journald: FileMaker = ({ say }) => ({
  path: 'etc/systemd/journald.conf.d/retention.conf',
  text: `# ${say({
    en: 'Kept on the disk for six months; give /var/log the room for it.',
    'zh-cn': '在磁盘上留存六个月；请为 /var/log 预留空间。',
  })}
[Journal]
Storage=persistent
MaxRetentionSec=${LOG_DAYS}day
ForwardToSyslog=yes
`,
});

export const rsyslog: FileMaker = ({ answers, say }) => ({
  path: 'etc/rsyslog.d/50-central.conf',
  text: `# ${say({
    en: 'All records of the host, those of logins among them, to the log server over TLS.',
    'zh-cn': '主机的全部日志（含登录日志）通过 TLS 发往日志服务器。',
  })}
global(defaultNetstreamDriverCAFile="/etc/docker/log-ca.pem")
*.* action(type="omfwd"
           target="${answers['log-server']}" port="6514" protocol="tcp"
           StreamDriver="gtls" StreamDriverMode="1" StreamDriverAuthMode="x509/name"
           StreamDriverPermittedPeers="${answers['log-server']}"
           queue.type="LinkedList" queue.filename="central" queue.saveOnShutdown="on"
           action.resumeRetryCount="-1")
`,
});
