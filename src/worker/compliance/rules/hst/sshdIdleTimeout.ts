/** MLPS-HST-003: a session whose client is gone, or does nothing, ends. */
import { insertSettings } from '../../documents/sshd/sshdEdits';
import { exceptionsTo, generalSetting, type SshdSettings } from '../../documents/sshd/sshdSettings';
import { secondsOf } from '../../documents/sshd/sshdTime';
import { placeOfMissing } from '../../readings/sshdDeployment';
import type { Rule } from '../rule';

const INTERVAL = 'ClientAliveInterval';
const COUNT = 'ClientAliveCountMax';
const MOST_SECONDS = 600;
/** The default of sshd, which nobody has to write. */
const MOST_COUNT = 3;
const GOOD: Record<string, string> = { [INTERVAL]: '300', [COUNT]: '2' };

export const sshdIdleTimeout: Rule = {
  id: 'MLPS-HST-003',
  name: 'sshd-idle-timeout',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['sshd', 'shell'],
  clauses: ['8.1.4.1 b'],
  rows: ['C63', 'C64'],
  peers: ['sshd_set_idle_timeout', 'sshd_set_keepalive'],
  title: { en: 'End sessions that nobody uses', 'zh-cn': '无人使用的会话应自动结束' },
  why: {
    en: 'A session that stays open for ever can be taken over at an unlocked desk or through a forwarded agent. Level 3 asks that sessions are ended and that a connection which times out logs out by itself.',
    'zh-cn':
      '一直保持的会话可能在未锁定的终端上或经由转发的代理被他人利用。等保三级要求启用结束会话，并在连接超时后自动退出。',
  },
  remedy: {
    en: 'Write `ClientAliveInterval 300` and `ClientAliveCountMax 2`. They find clients that no longer answer, not users who do nothing: add `TMOUT=600` for shells, or from OpenSSH 9.2 on `ChannelTimeout session=10m` with `UnusedConnectionTimeout 10m`, which is accepted instead. `ClientAliveCountMax 0` ended the session at the first missed answer up to OpenSSH 8.1; since 8.2 it never ends it.',
    'zh-cn':
      '设置 `ClientAliveInterval 300` 和 `ClientAliveCountMax 2`。两者只能发现不再应答的客户端，不能发现无操作的用户：请为 shell 另设 `TMOUT=600`，或自 OpenSSH 9.2 起使用 `ChannelTimeout session=10m` 和 `UnusedConnectionTimeout 10m`（可替代前者）。`ClientAliveCountMax 0` 在 OpenSSH 8.1 及以前会在首次未应答时断开，自 8.2 起则永不断开。',
  },
  messages: {
    off: {
      en: 'The server never asks whether the client is still there: a dead session stays open. Write {value}.',
      'zh-cn': '服务器从不探测客户端是否在线，失效会话会一直保持。请改为 {value}。',
    },
    long: {
      en: 'The server asks only every {seconds} seconds whether the client is still there. Write {value}.',
      'zh-cn': '服务器每 {seconds} 秒才探测一次客户端。请改为 {value}。',
    },
    never: {
      en: 'Since OpenSSH 8.2, 0 means that a client which does not answer is never logged out. Write {value}.',
      'zh-cn': '自 OpenSSH 8.2 起，0 表示永不断开不应答的客户端。请改为 {value}。',
    },
    many: {
      en: 'A client may miss {written} answers in a row before its session ends. Write {value}.',
      'zh-cn': '客户端连续 {written} 次不应答才会断开。请改为 {value}。',
    },
    unset: {
      en: 'ClientAliveInterval is not set, and the default is 0: a dead session stays open. Add {lines}.',
      'zh-cn': '未设置 ClientAliveInterval，其默认值为 0：失效会话会一直保持。请添加 {lines}。',
    },
    set: { en: 'Write {value}', 'zh-cn': '改为 {value}' },
    add: { en: 'Add {lines}', 'zh-cn': '添加 {lines}' },
  },
  check: {
    sshd(config, { report }) {
      const isEndedOtherwise = endsIdleSessions(config);
      for (const keyword of [INTERVAL, COUNT]) {
        for (const setting of [general(config, keyword), ...exceptionsTo(config, keyword.toLowerCase())]) {
          const written = setting?.value?.text ?? '';
          const wrong = keyword === INTERVAL ? wrongInterval(written) : wrongCount(written);
          if (!wrong || (isEndedOtherwise && !setting!.criteria)) continue;
          const { place } = setting!.value!;
          const value = GOOD[keyword]!;
          const fixes = () => [{ safe: false, title: 'set', edits: [{ ...place, newText: value }] }];
          const rows = keyword === INTERVAL ? ['C63'] : ['C64'];
          report({ place, ...wrong, rows, data: { ...wrong.data, value }, fixes });
        }
      }
      if (!config.isComplete || isEndedOtherwise || general(config, INTERVAL)) return;
      const lines = [INTERVAL, COUNT]
        .filter((k) => !general(config, k))
        .map((keyword) => `${keyword} ${GOOD[keyword]}`);
      const edits = () => insertSettings(config, lines);
      const data = { lines: lines.join(', ') };
      const place = placeOfMissing(config);
      report({
        place,
        message: 'unset',
        rows: ['C63'],
        data,
        fixes: () => [{ safe: false, title: 'add', edits: edits() }],
      });
    },
  },
};

type Wrong = { message: string; data?: Record<string, string | number> } | undefined;

function wrongInterval(written: string): Wrong {
  const seconds = secondsOf(written);
  if (seconds === 0) return { message: 'off' };
  return seconds !== undefined && seconds > MOST_SECONDS ? { message: 'long', data: { seconds } } : undefined;
}

function wrongCount(written: string): Wrong {
  if (!/^\d+$/.test(written)) return undefined;
  if (Number(written) === 0) return { message: 'never' };
  return Number(written) > MOST_COUNT ? { message: 'many', data: { written } } : undefined;
}

const general = (config: SshdSettings, keyword: string) => generalSetting(config, keyword.toLowerCase());

/** Channels of sessions time out, and so do connections without a channel (OpenSSH 9.2). */
function endsIdleSessions(config: SshdSettings): boolean {
  const hasTime = (written = '') => (secondsOf(written) ?? 0) > 0;
  const channels = general(config, 'ChannelTimeout')?.words ?? [];
  const ofSession = channels.find(({ text }) => /^(?:\*|global|session[:*\w]*)=/i.test(text));
  return (
    hasTime(ofSession?.text.slice(ofSession.text.indexOf('=') + 1)) &&
    hasTime(general(config, 'UnusedConnectionTimeout')?.value?.text)
  );
}
