/** MLPS-HST-002: a password alone opens no server. */
import { insertSettings } from '../../documents/sshd/sshdEdits';
import { exceptionsTo, generalSetting, type SshdSetting, type SshdSettings } from '../../documents/sshd/sshdSettings';
import { isDeployedSshd, placeOfMissing } from '../../readings/sshdDeployment';
import type { Rule, RuleContext } from '../rule';

const PASSWORD = 'PasswordAuthentication';
const KEYBOARD = 'KbdInteractiveAuthentication';

/** Value that opens a way in, by keyword; the message is the keyword's. */
const OPEN: readonly { keyword: string; bad: string; good: string; isAsking?: boolean; isHole?: boolean }[] = [
  { keyword: PASSWORD, bad: 'yes', good: 'no', isAsking: true, isHole: true },
  { keyword: KEYBOARD, bad: 'yes', good: 'no', isAsking: true },
  { keyword: 'PermitEmptyPasswords', bad: 'yes', good: 'no', isHole: true },
  { keyword: 'PubkeyAuthentication', bad: 'no', good: 'yes' },
];

export const sshdKeyOnly: Rule = {
  id: 'MLPS-HST-002',
  name: 'sshd-key-only',
  severity: 'error',
  profile: 'recommended',
  kinds: ['sshd', 'shell'],
  wider: {
    en: 'Missing lines, keyboard-interactive and switched-off keys in files of packages, tests and examples or that decide nothing about access.',
    'zh-cn':
      '软件包、测试和示例中的文件或未就访问作出任何设置的文件：缺少的行、keyboard-interactive 以及关闭的密钥登录。',
  },
  clauses: ['~8.1.4.1 a', '8.1.4.1 d'],
  highRisk: ['6.4.1.3', '~6.4.1.1'],
  triggers: ['A-19', '~A-18'],
  rows: ['C56', 'C57', 'C61', 'C62'],
  peers: ['sshd_disable_empty_passwords', 'sshd_enable_pubkey_auth'],
  title: { en: 'Let nobody log in with a password alone', 'zh-cn': '不得仅凭密码登录' },
  why: {
    en: 'Passwords are guessed and reused. With PasswordAuthentication no alone, PAM still asks for the password through keyboard-interactive, whose default is yes.',
    'zh-cn':
      '密码会被猜中，也会被重复使用。仅设置 PasswordAuthentication no 时，PAM 仍会通过默认开启的 keyboard-interactive 询问密码。',
  },
  remedy: {
    en: 'Write `PasswordAuthentication no`, `KbdInteractiveAuthentication no` (before OpenSSH 8.7: `ChallengeResponseAuthentication no`) and keep `PubkeyAuthentication yes`. Level 3 asks for two factors: `AuthenticationMethods publickey,keyboard-interactive` with a one-time password is better and not reported. Check first that a key works.',
    'zh-cn':
      '设置 `PasswordAuthentication no` 和 `KbdInteractiveAuthentication no`（OpenSSH 8.7 之前为 `ChallengeResponseAuthentication no`），并保持 `PubkeyAuthentication yes`。等保三级要求双因素：`AuthenticationMethods publickey,keyboard-interactive` 配合一次性口令更好，不会报告。请先确认密钥可用。',
  },
  messages: {
    [PASSWORD]: {
      en: 'A password alone opens this server. Write no, and log in with keys.',
      'zh-cn': '仅凭密码即可登录该服务器。请改为 no，并使用密钥登录。',
    },
    [KEYBOARD]: {
      en: 'PAM asks for the password through keyboard-interactive, so a password alone opens this server. Write no, or require a key as well: AuthenticationMethods publickey,keyboard-interactive.',
      'zh-cn':
        'PAM 会通过 keyboard-interactive 询问密码，仅凭密码即可登录。请改为 no，或同时要求密钥：AuthenticationMethods publickey,keyboard-interactive。',
    },
    PermitEmptyPasswords: {
      en: 'Accounts without a password are open to everybody. Write no.',
      'zh-cn': '没有密码的账户对所有人开放。请改为 no。',
    },
    PubkeyAuthentication: {
      en: 'Keys are switched off, so only passwords are left. Write yes.',
      'zh-cn': '密钥登录被关闭，只剩下密码。请改为 yes。',
    },
    pam: {
      en: 'This does not keep passwords out: PAM still asks for them through keyboard-interactive, whose default is yes. Add KbdInteractiveAuthentication no.',
      'zh-cn':
        '此设置挡不住密码：PAM 仍会通过默认开启的 keyboard-interactive 询问密码。请添加 KbdInteractiveAuthentication no。',
    },
    unset: {
      en: '{keywords} not set, and the default is yes: a password alone opens this server. Add the lines with no.',
      'zh-cn': '未设置 {keywords}，其默认值为 yes：仅凭密码即可登录该服务器。请添加并设为 no。',
    },
    set: {
      en: 'Write {value} (check first that a key works)',
      'zh-cn': '改为 {value}（请先确认密钥可用）',
    },
    add: {
      en: 'Add {keywords} with no (check first that a key works)',
      'zh-cn': '添加 {keywords} 并设为 no（请先确认密钥可用）',
    },
  },
  check: {
    sshd(config, { report, purpose }) {
      const narrow = isDeployedSshd(config, purpose) ? undefined : 'mlps3';
      const methods = methodsIn(config);
      for (const { keyword, bad, good, isAsking, isHole } of OPEN) {
        if (isAsking && isWithoutPam(config, keyword)) continue;
        for (const setting of [general(config, keyword), ...exceptionsTo(config, keyword.toLowerCase())]) {
          if (said(setting) !== bad || (isAsking && needsMore(methods(setting!.criteria)))) continue;
          const { place } = setting!.value!;
          const fixes = () => [{ safe: false, title: 'set', edits: [{ ...place, newText: good }] }];
          const rows = ROWS[keyword];
          report({ place, message: keyword, rows, data: { value: good }, fixes, profile: isHole ? undefined : narrow });
        }
      }
      if (!needsMore(methods(undefined))) reportMissing(config, report, narrow);
    },
  },
};

const OF_PASSWORDS = ['C57', 'C61'];
/** Rows of the checklist that a keyword alone is about. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  PasswordAuthentication: OF_PASSWORDS,
  KbdInteractiveAuthentication: ['C57'],
  PermitEmptyPasswords: ['C57'],
  PubkeyAuthentication: ['C56', 'C62'],
};

function reportMissing(config: SshdSettings, report: RuleContext['report'], profile: 'mlps3' | undefined): void {
  const isShownHalf = config.isShown && said(general(config, PASSWORD)) === 'no';
  if (!config.isComplete && !isShownHalf) return;
  const missing = [PASSWORD, KEYBOARD].filter((keyword) => !general(config, keyword) && !isWithoutPam(config, keyword));
  if (missing.length === 0) return;
  const password = general(config, PASSWORD);
  const isHere = password?.keywordPlace.uri === config.uri;
  const after = isHere && !password.criteria && !password.isInBlock ? password.keywordPlace : undefined;
  const edits = () =>
    insertSettings(
      config,
      missing.map((keyword) => `${keyword} no`),
      after,
    );
  const keywords = missing.join(', ');
  const place = isHere
    ? { ...password.keywordPlace, end: password.value?.place.end ?? password.keywordPlace.end }
    : placeOfMissing(config);
  const message = said(password) === 'no' ? 'pam' : 'unset';
  const fixes = () => [{ safe: false, title: 'add', edits: edits() }];
  const rows = message === 'pam' ? ROWS[KEYBOARD] : OF_PASSWORDS;
  report({ place, message, rows, data: { keywords }, fixes, profile });
}

const general = (config: SshdSettings, keyword: string) => generalSetting(config, keyword.toLowerCase());

const said = (setting: SshdSetting | undefined): string | undefined => setting?.value?.text.toLowerCase();

/** Without PAM nothing asks through keyboard-interactive. */
const isWithoutPam = (config: SshdSettings, keyword: string): boolean =>
  keyword === KEYBOARD && said(general(config, 'UsePAM')) === 'no';

/** The setting of `AuthenticationMethods` that holds under the criteria of a block. */
function methodsIn(config: SshdSettings): (criteria: SshdSetting['criteria']) => SshdSetting | undefined {
  const all = general(config, 'AuthenticationMethods');
  const own = new Map(exceptionsTo(config, 'authenticationmethods').map((setting) => [setting.criteria, setting]));
  return (criteria) => own.get(criteria) ?? all;
}

/** Whether every list of `AuthenticationMethods` asks for more than a password. */
function needsMore(methods: SshdSetting | undefined): boolean {
  const lists = methods?.words ?? [];
  return (
    lists.length > 0 &&
    lists.every(({ text }) => text.split(',').some((m) => !/^(?:any|password|keyboard-interactive)(?::|$)/i.test(m)))
  );
}
