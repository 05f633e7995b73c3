/** MLPS-LOG-009: what is sent to the central log holds the records of logins. */
import type { Deployment } from '../../deployment/deployment';
import { UNKNOWN } from '../../model/value';
import type { Rule, RuleContext } from '../rule';

/** Files that send records, and the words by which they do. */
const SENDS = /@|omfwd|omrelp|auth|secure|journal|\/var\/log/i;

export const forwardAuthLog: Rule = {
  id: 'MLPS-LOG-009',
  name: 'forward-auth-log',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['rsyslog', 'journald', 'shell'],
  clauses: ['~8.1.4.3 a', '8.1.4.3 c', '8.1.5.4 d'],
  rows: ['C70'],
  peers: ['rsyslog_remote_loghost'],
  title: { en: 'Forward the records of logins', 'zh-cn': '登录日志须一并转发' },
  why: {
    en: 'Whoever breaks into a host deletes the record of the login first. What is only on that host (`/var/log/secure`, `/var/log/auth.log`) is lost with it; level 3 asks that audit records are protected and collected centrally.',
    'zh-cn':
      '入侵者会首先删除登录记录。只保存在本机的记录（`/var/log/secure`、`/var/log/auth.log`）会随之丢失；等保三级要求保护审计记录并集中收集。',
  },
  remedy: {
    en: 'Send `auth,authpriv.*` too, or everything (`*.*`), over TLS (MLPS-LOG-003). An input of Filebeat, Promtail or imfile that reads the file does as well.',
    'zh-cn':
      '请同时转发 `auth,authpriv.*` 或全部日志（`*.*`），并使用 TLS（MLPS-LOG-003）。由 Filebeat、Promtail 或 imfile 读取该文件也可以。',
  },
  messages: {
    missing: {
      en: 'Records go to {host}, but those of logins (auth, authpriv) are not among them. Send them, too.',
      'zh-cn': '日志已转发到 {host}，但不含登录记录（auth、authpriv）。请一并转发。',
    },
    journal: {
      en: 'The journal hands nothing to rsyslog: unless it reads the journal itself (imjournal), the records of logins do not get to {host}. Write yes.',
      'zh-cn':
        'journald 不向 rsyslog 转发日志：除非 rsyslog 自行读取 journal（imjournal），登录记录不会到达 {host}。请改为 yes。',
    },
    sent: { en: 'Sent from here.', 'zh-cn': '由此发出。' },
    hand: { en: 'Hand the records to rsyslog', 'zh-cn': '转发给 rsyslog' },
    add: { en: 'Also send auth and authpriv', 'zh-cn': '同时转发 auth 和 authpriv' },
  },
  check: {
    deployment(deployment, context) {
      reportJournal(deployment, context);
      const { report } = context;
      const own = deployment.own('logForward').filter(({ isLocal }) => !isLocal);
      if (own.length === 0 || own.some((forward) => forward.carriesAuth !== false)) return;
      if (deployment.all('logForward', SENDS).some(({ carriesAuth }) => carriesAuth !== false)) return;
      const { selectedAt, host, carryAuth } = own[0]!;
      report({
        place: selectedAt,
        message: 'missing',
        data: { host: host.replaceAll(UNKNOWN, '…') },
        fixes: () => [{ safe: false, title: 'add', edits: carryAuth?.() }],
      });
    },
  },
};

/** Whether rsyslog reads the journal may stand in a file that is not in sight: a mere look. */
function reportJournal(deployment: Deployment, { report }: RuleContext): void {
  for (const { unforwarded } of deployment.own('journald')) {
    if (!unforwarded) continue;
    const settings = deployment.all('rsyslog', SENDS);
    const forward = settings
      .flatMap(({ forwards }) => forwards)
      .find(({ isLocal, carriesAuth }) => !isLocal && carriesAuth !== false);
    if (!forward || settings.some(({ readsJournal }) => readsJournal)) continue;
    const place = unforwarded.valuePlace;
    report({
      place,
      message: 'journal',
      severity: 'info',
      data: { host: forward.host.replaceAll(UNKNOWN, '…') },
      related: [{ place: forward.place, message: 'sent' }],
      fixes: () => [{ safe: false, title: 'hand', edits: [{ ...place, newText: 'yes' }] }],
    });
  }
}
