/** MLPS-LOG-010: no script empties or stops what an assessor reads. */

import { placeOfWords, type Script } from '../../documents/shell/script';
import type { ShellCommand, ShellWord } from '../../documents/shell/shellTypes';
import { secondsOfSpan } from '../../documents/timeSpan';
import { placeIn } from '../../model/value';
import { once } from '../../once';
import { sealsImage } from '../../readings/sealsImage';
import { serviceAction, serviceName } from '../../readings/serviceAction';
import type { Report, Rule } from '../rule';

/** Six calendar months have up to 184 days, but none of these keeps less than 180. */
const LEAST_DAYS = 180;

/** What records who did what on the host. */
const SYSTEM_LOGS =
  /^\/var\/log(?:\/?|\/\*|\/(?:audit|journal|secure|messages|syslog|auth\.log|wtmp|btmp|lastlog|faillog|sudo[\w.-]*|cron|kern\.log)(?:[/*.].*)?)$/;
const ANY_LOG = /^\/var\/log\/./;
const RECORDERS = /^(?:auditd|rsyslog|syslog-ng|syslog|systemd-journald|journald)$/;

export const noLogDestruction: Rule = {
  id: 'MLPS-LOG-010',
  name: 'no-log-destruction',
  severity: 'error',
  profile: 'recommended',
  kinds: ['shell', 'crontab'],
  wider: {
    en: 'Logs of single programs, and scripts that seal an image of a machine (which empty `/etc/machine-id`, run `cloud-init clean` or delete the host keys or the names of network cards).',
    'zh-cn':
      '单个程序的日志，以及封装机器镜像的脚本（清空 `/etc/machine-id`、执行 `cloud-init clean`，或删除主机密钥、网卡命名规则）。',
  },
  clauses: ['8.1.4.3 c', '8.1.4.3 d', '~8.1.10.12 c'],
  highRisk: ['6.5.1.2'],
  rows: [],
  peers: [],
  title: { en: 'Do not destroy records or stop recording', 'zh-cn': '不得销毁审计记录或停止记录' },
  why: {
    en: 'Whoever breaks in empties the logs first, and a script that does so looks the same. Level 3 asks that records are protected against deletion and that the process which writes them cannot be interrupted; the law asks for six months.',
    'zh-cn':
      '入侵者首先清空日志，脚本清空日志与之并无二致。等保三级要求保护审计记录免受删除，并防止审计进程被中断；法律要求留存不少于六个月。',
  },
  remedy: {
    en: 'Let logrotate or journald limit the size with a retention of at least 184 days (MLPS-LOG-006), and send records to a central server, where this host cannot delete them.',
    'zh-cn':
      '请由 logrotate 或 journald 控制大小，并至少保留 184 天（MLPS-LOG-006）；同时将记录发送到本机无法删除的集中日志服务器。',
  },
  messages: {
    emptied: {
      en: '{path} is emptied here: its records are gone. Rotate it instead, and keep 184 days.',
      'zh-cn': '此处清空了 {path}，其记录将丢失。请改为轮转并保留 184 天。',
    },
    deleted: {
      en: '{path} is deleted here: its records are gone. Rotate it instead, and keep 184 days.',
      'zh-cn': '此处删除了 {path}，其记录将丢失。请改为轮转并保留 184 天。',
    },
    vacuumed: {
      en: 'The journal is cut to {days} days; six months have up to 184. Set MaxRetentionSec=184day in journald.conf, and send records to a central server.',
      'zh-cn':
        'journal 被截短到 {days} 天；六个月最长为 184 天。请在 journald.conf 中设置 MaxRetentionSec=184day，并发送到集中日志服务器。',
    },
    history: {
      en: 'The record of typed commands is wiped or switched off. Remove it.',
      'zh-cn': '清除或关闭了命令历史记录。请删除。',
    },
    stopped: {
      en: '{service} is stopped here, so nothing is recorded from then on. Remove it; to load settings anew, restart the service.',
      'zh-cn': '此处停止了 {service}，此后不再记录。请删除；如需重新加载设置，请重启服务。',
    },
    audit: {
      en: 'Auditing is switched off here. Remove it, or write 2, which keeps the rules until the next start.',
      'zh-cn': '此处关闭了审计。请删除，或改为 2（锁定规则直到下次启动）。',
    },
  },
  check: {
    script(script, { report }) {
      // In an image they are the logs of its build.
      if (script.run || script.service) return;
      const profile = sealsImage(script) ? ('mlps3' as const) : undefined;
      for (const [i, command] of script.commands.entries()) {
        const found = judgeFiles(script, command) ?? judgeRecording(script, command, i);
        if (found) report({ ...found, profile: found.profile ?? profile });
      }
    },
  },
};

type Found = Pick<Report, 'place' | 'message' | 'data' | 'profile'> | undefined;

/** Where shells keep what was typed. */
const HISTORY = /(?:^|\/)\.(?:ba|z|a|k)?sh_history$/;

/** Files below `/var/log` that are emptied or deleted. */
function judgeFiles(script: Script, command: ShellCommand): Found {
  const { name, words, redirects } = command;
  const rest = words.slice(1);
  const say = (message: string, word: ShellWord | undefined, file = ''): Found => {
    if (word && HISTORY.test(word.resolved)) return { place: placeIn(script, word), message: 'history' };
    const path = `${word?.known ?? ''}${file && '/'}${file}`.replace(/\/{2,}/g, '/');
    if (!ANY_LOG.test(path) && !SYSTEM_LOGS.test(path)) return undefined;
    const profile = SYSTEM_LOGS.test(path) ? undefined : 'mlps3';
    return { place: placeIn(script, word!), message, data: { path }, profile };
  };
  const isSilent =
    words.length === 0 ||
    name === ':' ||
    name === 'true' ||
    (name === 'cat' && rest[0]?.known === '/dev/null') ||
    (name === 'echo' && rest.every(({ known }) => known === '' || known === '-n'));
  const written = redirects.find(({ operator }) => /^1?>\|?$/.test(operator))?.target;
  if (written && isSilent && command.assignments.length === 0) return say('emptied', written);
  if (name === 'truncate' && rest.some(({ known }) => /^(?:-s|--size=)?0$/.test(known ?? '') || known === '-s0'))
    return rest.map((word) => say('emptied', word)).find(Boolean);
  if (name === 'cp' && rest[0]?.known === '/dev/null') return say('emptied', rest[1]);
  if (name === 'rm' || name === 'shred') return rest.map((word) => say('deleted', word)).find(Boolean);
  if (name !== 'find' || !rest.some(({ known }) => /^(?:-delete|rm|shred|truncate)$/.test(known ?? '')))
    return undefined;
  const days = rest.findIndex(({ known }) => known === '-mtime' || known === '-ctime');
  const kept = Number(/^\+(\d+)$/.exec(rest[days + 1]?.known ?? '')?.[1] ?? (days < 0 ? 0 : Number.NaN));
  const names = rest.filter((_, i) => /^-i?name$/.test(rest[i - 1]?.known ?? '')).map(({ known }) => known ?? '');
  const isNamed = names.length === 1 && /^[\w.-]/.test(names[0]!);
  return kept < LEAST_DAYS ? say('deleted', rest[0], isNamed ? names[0] : '') : undefined;
}

/** What records is cut short or stopped. */
function judgeRecording(script: Script, command: ShellCommand, at: number): Found {
  const { name, words } = command;
  const rest = words.slice(1);
  const whole = () => placeOfWords(script, words);
  if (name === 'journalctl') {
    const option = rest.findIndex(({ known }) => known?.startsWith('--vacuum-time'));
    const span = rest[option]?.known?.split('=')[1] ?? rest[option + 1]?.known ?? '';
    const days = (secondsOfSpan(span) ?? Number.POSITIVE_INFINITY) / 86_400;
    if (option >= 0 && days < LEAST_DAYS)
      return { place: whole(), message: 'vacuumed', data: { days: Math.floor(days) } };
  }
  if (name === 'history' && rest.some(({ known }) => /^-\w*c/.test(known ?? '')))
    return { place: whole(), message: 'history' };
  if (
    name === 'auditctl' &&
    rest.some(({ known }, i) => known === '-e0' || (known === '-e' && rest[i + 1]?.known === '0'))
  )
    return { place: whole(), message: 'audit' };
  const stopped = serviceAction(command);
  if (stopped?.action !== 'stop' && stopped?.action !== 'disable' && stopped?.action !== 'mask') return undefined;
  const service = stopped.services.find((word) => RECORDERS.test(serviceName(word)));
  if (!service || isStartedLater(script, serviceName(service), at)) return undefined;
  return { place: whole(), message: 'stopped', data: { service: serviceName(service) } };
}

/** Where each service is started for the last time: what is stopped before is only set up. */
const lastStarts = once(({ commands }: Script) => {
  const out = new Map<string, number>();
  for (const [i, command] of commands.entries()) {
    const later = serviceAction(command);
    if (later?.action !== 'start' && later?.action !== 'enable') continue;
    for (const service of later.services) out.set(serviceName(service), i);
  }
  return out;
});

const isStartedLater = (script: Script, name: string, at: number): boolean => (lastStarts(script).get(name) ?? -1) > at;
