/** MLPS-HST-006: no broken algorithm protects a login. */
import { exceptionsTo, generalSetting, type SshdSetting, serverSetting } from '../../documents/sshd/sshdSettings';
import type { Rule } from '../rule';

/** Broken or far too short, by the setting that lists them; by the whole of a name. */
const WEAK: Record<string, RegExp> = {
  ciphers: /^(?:3des|arcfour.*|.*-cbc(?:@.*)?|des|none)$/,
  macs: /^hmac-(?:md5|ripemd160)(?:-.*)?(?:@.*)?$|^hmac-sha1-96(?:-.*)?(?:@.*)?$/,
  kexalgorithms: /^(?:diffie-hellman-group1-sha1|diffie-hellman-group-exchange-sha1|gss-(?:group1|gex)-sha1-.*)$/,
  hostkeyalgorithms: /^ssh-dss(?:-.*)?$/,
  casignaturealgorithms: /^ssh-dss$/,
  pubkeyacceptedalgorithms: /^ssh-dss(?:-.*)?$/,
  hostbasedacceptedalgorithms: /^ssh-dss(?:-.*)?$/,
};

/** What a `Match` block may set, too. */
const IN_BLOCKS = new Set(['pubkeyacceptedalgorithms', 'hostbasedacceptedalgorithms']);

export const sshdNoWeakCrypto: Rule = {
  id: 'MLPS-HST-006',
  name: 'sshd-no-weak-crypto',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['sshd', 'shell'],
  clauses: ['8.1.4.1 c', '~8.1.4.7 a', '~8.1.4.8 a'],
  highRisk: ['~6.5.1.1'],
  rows: [],
  peers: ['sshd_use_approved_ciphers', 'sshd_use_approved_macs', 'sshd_use_approved_kex_ordered_stig'],
  title: { en: 'Let SSH use no broken algorithm', 'zh-cn': 'SSH 不得使用已被攻破的算法' },
  why: {
    en: 'What a server offers, an attacker in between may make both sides use. CBC modes, RC4, MD5 and 1,024-bit groups are broken or within reach, and passwords and keys of administrators pass under them. Level 3 asks that what a login sends cannot be read on the way.',
    'zh-cn':
      '服务器提供的算法，中间人都可能诱使双方采用。CBC 模式、RC4、MD5 和 1024 位的群已被攻破或可被攻破，而管理员的密码和密钥正由其保护。等保三级要求防止鉴别信息在传输中被窃听。',
  },
  remedy: {
    en: 'Take the names out. A list without a sign replaces the defaults: leave the line out, for the defaults of OpenSSH hold none of them, or take names off with `-`. Clients older than 2014 (OpenSSH 6.7) may be locked out.',
    'zh-cn':
      '请删除这些名称。不带符号的列表会取代默认值：可删去该行（OpenSSH 默认值不含这些算法），或用 `-` 去除个别名称。2014 年（OpenSSH 6.7）以前的客户端可能无法连接。',
  },
  messages: {
    weak: {
      en: 'Offers {names}, which is broken or too short. Take it out of the list.',
      'zh-cn': '提供了 {names}，该算法已被攻破或强度不足。请从列表中删除。',
    },
    protocol: {
      en: 'Version 1 of the protocol is broken by design, and servers from OpenSSH 7.4 on do not know it. Write 2 or leave the line out.',
      'zh-cn': '协议第 1 版存在设计缺陷，OpenSSH 7.4 起的服务器已不支持。请改为 2 或删去该行。',
    },
    drop: { en: 'Take out {names} (older clients may be locked out)', 'zh-cn': '删除 {names}（旧客户端可能无法连接）' },
    second: { en: 'Write 2', 'zh-cn': '改为 2' },
  },
  check: {
    sshd(config, { report }) {
      for (const [keyword, weak] of Object.entries(WEAK)) {
        const own = IN_BLOCKS.has(keyword) ? exceptionsTo(config, keyword) : [];
        const all = IN_BLOCKS.has(keyword) ? generalSetting(config, keyword) : serverSetting(config, keyword);
        for (const setting of [all, ...own]) {
          const names = weakIn(setting, weak);
          if (names.length === 0) continue;
          const { place, text } = setting!.value!;
          const data = { names: names.join(', ') };
          const newText = without(text, names);
          const edits = newText === undefined ? undefined : [{ ...place, newText }];
          report({ place, message: 'weak', data, fixes: () => [{ safe: false, title: 'drop', edits }] });
        }
      }
      const protocol = serverSetting(config, 'protocol')?.value;
      if (!protocol?.text.split(',').includes('1')) return;
      const edits = [{ ...protocol.place, newText: '2' }];
      report({ place: protocol.place, message: 'protocol', fixes: () => [{ safe: false, title: 'second', edits }] });
    },
  },
};

/** `-` takes names off the defaults; `+` and `^` put them there, no sign puts them instead. */
function weakIn(setting: SshdSetting | undefined, weak: RegExp): string[] {
  const text = setting?.value?.text ?? '';
  return text.startsWith('-') ? [] : namesOf(text).filter((name) => weak.test(name.toLowerCase()));
}

const namesOf = (text: string): string[] => text.replace(/^[+^]/, '').split(',');

/** Undefined where nothing would be left. */
function without(text: string, names: readonly string[]): string | undefined {
  const left = namesOf(text).filter((name) => !names.includes(name));
  return left.length > 0 ? (/^[+^]/.exec(text)?.[0] ?? '') + left.join(',') : undefined;
}
