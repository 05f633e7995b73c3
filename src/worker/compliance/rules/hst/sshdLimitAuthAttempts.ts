/** MLPS-HST-004: one connection gives few guesses and little time to log in. */
import { exceptionsTo, generalSetting, type SshdSetting, serverSetting } from '../../documents/sshd/sshdSettings';
import { secondsOf } from '../../documents/sshd/sshdTime';
import type { Rule } from '../rule';

/** The defaults of sshd, which nobody has to write. */
const MOST_TRIES = 6;
const MOST_SECONDS = 120;
const GOOD_TRIES = '4';
const GOOD_SECONDS = '60';

export const sshdLimitAuthAttempts: Rule = {
  id: 'MLPS-HST-004',
  name: 'sshd-limit-auth-attempts',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['sshd', 'shell'],
  clauses: ['8.1.4.1 b'],
  rows: [],
  peers: ['sshd_set_max_auth_tries', 'sshd_set_login_grace_time'],
  title: { en: 'Limit the tries and the time of a login', 'zh-cn': '限制登录的尝试次数和时长' },
  why: {
    en: 'The more passwords one connection may try, and the longer it may stay open without a login, the cheaper it is to guess and to take up all free connections. Level 3 asks that failed logins are limited and that a login which takes too long is ended.',
    'zh-cn':
      '单个连接可尝试的密码越多、未登录即可保持的时间越长，猜测密码和占满连接的代价就越低。等保三级要求限制非法登录次数，并在登录超时后自动退出。',
  },
  remedy: {
    en: 'Write `MaxAuthTries 4` and `LoginGraceTime 60`. The defaults, 6 and 120 seconds, are not reported. Every key that an agent offers in vain is a try: those who have many set `IdentitiesOnly yes` for the server. `LoginGraceTime 0` was a stopgap for CVE-2024-6387: update OpenSSH instead. Accounts are locked by PAM (pam_faillock), not by this.',
    'zh-cn':
      '设置 `MaxAuthTries 4` 和 `LoginGraceTime 60`。默认值（6 次和 120 秒）不会报告。代理提供的每个未被接受的密钥都算一次尝试：密钥较多的用户请为该服务器设置 `IdentitiesOnly yes`。`LoginGraceTime 0` 曾是 CVE-2024-6387 的临时措施：请改为升级 OpenSSH。锁定账户由 PAM（pam_faillock）负责，与此设置无关。',
  },
  messages: {
    tries: {
      en: 'One connection may try {written} passwords or keys. Write {value}.',
      'zh-cn': '单个连接可尝试 {written} 次密码或密钥。请改为 {value}。',
    },
    noTries: {
      en: '0 is not "no limit": the first request that logs nobody in ends the connection, and ssh begins with such a request. Write {value}.',
      'zh-cn': '0 并非“不限制”：首个未能登录的请求就会断开连接，而 ssh 总以这样的请求开始。请改为 {value}。',
    },
    time: {
      en: 'A connection may stay open for {seconds} seconds without a login. Write {value}.',
      'zh-cn': '未登录的连接可保持 {seconds} 秒。请改为 {value}。',
    },
    noLimit: {
      en: 'A connection may stay open for ever without a login. Write {value}.',
      'zh-cn': '未登录的连接可一直保持。请改为 {value}。',
    },
    set: { en: 'Write {value}', 'zh-cn': '改为 {value}' },
  },
  check: {
    sshd(config, { report }) {
      const say = (
        { value }: SshdSetting,
        message: string,
        good: string,
        data: Record<string, string | number> = {},
      ) => {
        const { place } = value!;
        const fixes = () => [{ safe: false, title: 'set', edits: [{ ...place, newText: good }] }];
        report({ place, message, data: { ...data, value: good }, fixes });
      };
      for (const setting of [generalSetting(config, 'maxauthtries'), ...exceptionsTo(config, 'maxauthtries')]) {
        const written = setting?.value?.text ?? '';
        if (!/^\d+$/.test(written)) continue;
        if (Number(written) === 0) say(setting!, 'noTries', GOOD_TRIES);
        else if (Number(written) > MOST_TRIES) say(setting!, 'tries', GOOD_TRIES, { written });
      }
      const grace = serverSetting(config, 'logingracetime');
      const seconds = secondsOf(grace?.value?.text ?? '');
      if (seconds === 0) say(grace!, 'noLimit', GOOD_SECONDS);
      else if (seconds !== undefined && seconds > MOST_SECONDS) say(grace!, 'time', GOOD_SECONDS, { seconds });
    },
  },
};
