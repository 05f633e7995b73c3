/** MLPS-HST-001: nobody logs in to a server as root. */
import type { SshdWord } from '../../documents/sshd/sshdConfig';
import { insertSettings } from '../../documents/sshd/sshdEdits';
import { exceptionsTo, generalSetting } from '../../documents/sshd/sshdSettings';
import { isDeployedSshd, placeOfMissing } from '../../readings/sshdDeployment';
import { valueIn } from '../../valueIn';
import type { Rule } from '../rule';

const MESSAGES: Record<string, string> = {
  yes: 'yes',
  'prohibit-password': 'key',
  'without-password': 'key',
  'forced-commands-only': 'forced',
};

export const sshdNoRootLogin: Rule = {
  id: 'MLPS-HST-001',
  name: 'sshd-no-root-login',
  severity: 'error',
  profile: 'recommended',
  kinds: ['sshd', 'shell'],
  wider: {
    en: 'Root logins by key alone, and a missing line, in files of packages, tests and examples or that decide nothing about access.',
    'zh-cn': '软件包、测试和示例中的文件或未就访问作出任何设置的文件：仅允许密钥的 root 登录，以及缺少该行的情况。',
  },
  clauses: ['8.1.4.2 b', '~8.1.4.2 d'],
  rows: ['C60'],
  peers: ['sshd_disable_root_login'],
  title: { en: 'Do not let root log in over SSH', 'zh-cn': '禁止 root 通过 SSH 登录' },
  why: {
    en: 'root exists on every server, may do everything, and does not tell which person acted: level 3 asks that default accounts cannot be used and that every administrator has a personal one.',
    'zh-cn':
      '每台服务器都有 root，权限无限，且无法说明是谁在操作：等保三级要求限制默认账户的使用，并为每位管理员分配独立账户。',
  },
  remedy: {
    en: 'Write `PermitRootLogin no`, log in with a personal account and use sudo. Check first that such an account works. Without the line, root may log in with a key (before OpenSSH 7.0 with its password, too).',
    'zh-cn':
      '设置 `PermitRootLogin no`，使用个人账户登录后再用 sudo。请先确认该账户可用。缺少该行时，root 可凭密钥登录（OpenSSH 7.0 之前还可用密码）。',
  },
  messages: {
    yes: {
      en: 'root may log in here. Write no, and log in with a personal account and sudo.',
      'zh-cn': '此处允许 root 登录。请改为 no，使用个人账户登录后再用 sudo。',
    },
    key: {
      en: 'root may log in here with a key, and nobody can tell who it was. Write no, and log in with a personal account and sudo.',
      'zh-cn': '此处允许 root 凭密钥登录，无法分辨操作者。请改为 no，使用个人账户登录后再用 sudo。',
    },
    forced: {
      en: 'root may log in here with keys that are bound to one command. Write no, and give the command to an account of its own with sudo.',
      'zh-cn': '此处允许 root 使用绑定单一命令的密钥登录。请改为 no，改由专用账户通过 sudo 执行该命令。',
    },
    unset: {
      en: 'PermitRootLogin is not set, so root may log in with a key. Add PermitRootLogin no.',
      'zh-cn': '未设置 PermitRootLogin，root 可凭密钥登录。请添加 PermitRootLogin no。',
    },
    no: { en: 'Write no', 'zh-cn': '改为 no' },
    add: {
      en: 'Add PermitRootLogin no (check first that another account can log in and use sudo)',
      'zh-cn': '添加 PermitRootLogin no（请先确认有其他账户可登录并使用 sudo）',
    },
  },
  check: {
    sshd(config, { report, satisfied, purpose }) {
      const general = generalSetting(config, 'permitrootlogin');
      const narrow = isDeployedSshd(config, purpose) ? undefined : 'mlps3';
      for (const setting of [general, ...exceptionsTo(config, 'permitrootlogin')]) {
        const message = valueIn(MESSAGES, setting?.value?.text.toLowerCase() ?? '');
        if (!message || !mayBeRoot(setting!.criteria)) continue;
        const { place } = setting!.value!;
        const fixes = () => [{ safe: true, title: 'no', edits: [{ ...place, newText: 'no' }] }];
        if (message === 'forced') report({ place, message, fixes, severity: 'info', profile: 'mlps3' });
        else report({ place, message, fixes, profile: message === 'key' ? narrow : undefined });
      }
      const place = placeOfMissing(config);
      if (!general && config.isComplete) {
        const edits = () => insertSettings(config, ['PermitRootLogin no']);
        report({
          place,
          message: 'unset',
          fixes: () => [{ safe: false, title: 'add', edits: edits() }],
          profile: narrow,
        });
      } else if (general?.value?.text.toLowerCase() === 'no') satisfied(place, general.value.place);
    },
  },
};

/** Whether a `Match` block can be about root: not when its `User` names others. */
function mayBeRoot(criteria: readonly SshdWord[] | undefined): boolean {
  const users = criteria?.flatMap(({ text }, i) => {
    const [, joined] = /^user=(.*)/i.exec(text) ?? [];
    return joined ?? (text.toLowerCase() === 'user' ? (criteria[i + 1]?.text ?? []) : []);
  });
  return users?.every((list) => /[*?!]|(?:^|,)root(?:,|$)/.test(list)) ?? true;
}
