/** MLPS-BLD-001: packages are installed only with a good signature. */
import { placeIn } from '../../documents/script';
import { commandName } from '../../documents/shellWrappers';
import type { Rule } from '../rule';

const OPTIONS: Record<string, RegExp> = {
  apk: /^--allow-untrusted$/,
  apt: /^(--allow-unauthenticated|--force-yes)$/,
  'apt-get': /^(--allow-unauthenticated|--force-yes)$/,
  yum: /^--nogpgcheck$/,
  dnf: /^--(nogpgcheck|no-gpgchecks)$/,
  microdnf: /^--nogpgcheck$/,
  tdnf: /^--nogpgcheck$/,
  rpm: /^--(nosignature|nodigest)$/,
  zypper: /^--(no-gpg-checks|allow-unsigned-rpm)$/,
  pacman: /^--disable-sig$/,
};

export const noDisabledPackageSignature: Rule = {
  id: 'MLPS-BLD-001',
  name: 'no-disabled-package-signature',
  severity: 'error',
  profile: 'recommended',
  kinds: ['dockerfile', 'shell', 'makefile', 'ci'],
  clauses: ['8.1.4.7 a', '~8.1.4.5'],
  rows: [],
  peers: ['CKV2_DOCKER_7', 'CKV2_DOCKER_8', 'CKV2_DOCKER_9', 'CKV2_DOCKER_10', 'CKV2_DOCKER_11', 'CIS 4.11', 'DI-0011'],
  title: { en: 'Check package signatures', 'zh-cn': '须校验软件包签名' },
  why: {
    en: 'Without the signature any mirror, cache or person on the way can put another package in place.',
    'zh-cn': '不校验签名时,任何镜像站、缓存或中间人都可以替换软件包。',
  },
  remedy: { en: 'Remove the option and import the key of the repository.', 'zh-cn': '请移除该选项,并导入软件源的密钥。' },
  messages: {
    off: {
      en: '{option} installs packages that nobody signed. Remove it and import the key of the repository.',
      'zh-cn': '{option} 会安装未签名的软件包。请移除,并导入软件源的密钥。',
    },
  },
  check: {
    script(script, { report }) {
      for (const { words } of script.commands) {
        const option = OPTIONS[commandName(words[0]) ?? ''];
        for (const word of words.slice(1)) {
          const off = option?.test(word.resolved) || (option && /^(--setopt=)?(\*\.)?gpgcheck=(0|false)$/.test(word.resolved));
          if (off) report({ place: placeIn(script, word), message: 'off', data: { option: word.resolved } });
        }
        const trusted =
          commandName(words[0]) === 'echo' || commandName(words[0]) === 'printf'
            ? words.find((w) => /\[[^\]]*trusted=yes[^\]]*\]/.test(w.resolved))
            : undefined;
        if (trusted) report({ place: placeIn(script, trusted), message: 'off', data: { option: '[trusted=yes]' } });
      }
    },
  },
};
