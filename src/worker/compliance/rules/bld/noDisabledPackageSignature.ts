/** MLPS-BLD-001: packages are installed only with a good signature. */
import type { Script } from '../../documents/shell/script';
import type { ShellWord } from '../../documents/shell/shellTypes';
import { type Place, placeIn } from '../../model/value';
import { valueIn } from '../../valueIn';
import type { Report, Rule } from '../rule';

const APT_SETTING =
  /(?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories|Acquire::AllowDowngradeToInsecureRepositories)["']?(?:=|\s+)["']?(?:true|yes|1)/i;
const APT = new RegExp(
  `^(?:--allow-unauthenticated|--allow-insecure-repositories|--force-yes)$|^(?:-o)?${APT_SETTING.source}`,
  'i',
);
const OPTIONS: Record<string, RegExp> = {
  apk: /^--allow-untrusted$/,
  apt: APT,
  'apt-get': APT,
  aptitude: APT,
  'yum-config-manager': /^--nogpgcheck$/,
  yum: /^--nogpgcheck$/,
  dnf: /^--(nogpgcheck|no-gpgchecks)$/,
  microdnf: /^--nogpgcheck$/,
  tdnf: /^--nogpgcheck$/,
  rpm: /^--(nosignature|nodigest)$/,
  zypper: /^--(no-gpg-checks|allow-unsigned-rpm)$/,
  pacman: /^--disable-sig$/,
};

/** As an option of the manager, and as text that is put into a list of packages. */
const SETTING = /^(--setopt=)?(\*\.|[\w-]+\.)?(repo_)?gpgcheck=(0|false|no)$/i;
const OFF = new RegExp(
  `\\btrusted=yes\\b|(?:\\b|\\\\n)(?:repo_)?gpgcheck\\s*=\\s*(?:0|false|no)\\b|\\bSigLevel\\s*=\\s*Never\\b|${APT_SETTING.source}`,
  'i',
);
const WRITERS = new Set(['echo', 'printf', 'sed', 'crudini']);
const LISTS = /\/(sources\.list|apt\.conf|yum\.repos\.d|zypp\/repos\.d|dnf\/|yum\.conf|pacman\.conf)/;

export const noDisabledPackageSignature: Rule = {
  id: 'MLPS-BLD-001',
  name: 'no-disabled-package-signature',
  severity: 'error',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose', 'shell'],
  clauses: ['~8.1.4.5', '~8.1.4.7 a'],
  triggers: ['~A-32'],
  rows: [],
  peers: ['CKV2_DOCKER_7', 'CKV2_DOCKER_8', 'CKV2_DOCKER_9', 'CKV2_DOCKER_10', 'CKV2_DOCKER_11', 'CIS 4.11', 'DI-0011'],
  title: { en: 'Check package signatures', 'zh-cn': '须校验软件包签名' },
  why: {
    en: 'Without the signature any mirror, cache or person on the way can put another package in place.',
    'zh-cn': '不校验签名时，任何镜像站、缓存或中间人都可以替换软件包。',
  },
  remedy: {
    en: 'Remove the option and import the key of the repository.',
    'zh-cn': '请移除该选项，并导入软件源的密钥。',
  },
  messages: {
    off: {
      en: '{option} installs packages that nobody signed. Remove it and import the key of the repository.',
      'zh-cn': '{option} 会安装未签名的软件包。请移除，并导入软件源的密钥。',
    },
  },
  check: {
    script(script, { report }) {
      for (const command of script.commands) {
        const { name, words, redirects } = command;
        const option = valueIn(OPTIONS, name);
        const writes = WRITERS.has(name);
        for (const word of option || writes ? words.slice(1) : []) {
          const off = option?.test(word.resolved) || (option && SETTING.test(word.resolved));
          if (off && isIdle(words, word)) continue;
          const severity = off && installsOwn(script, words) ? 'warning' : undefined;
          if (off) report({ place: placeIn(script, word), message: 'off', severity, data: { option: word.resolved } });
          else if (writes) written(word.resolved, placeIn(script, word), report);
        }
        if (name !== 'cat' && name !== 'tee') continue;
        const target = redirects.find((r) => r.operator.startsWith('>'))?.target?.resolved ?? words[1]?.resolved ?? '';
        if (!LISTS.test(target)) continue;
        for (const { heredoc } of redirects) {
          if (heredoc) inText(heredoc.text, (from, to) => ({ uri: script.uri, ...heredoc.place(from, to) }), report);
        }
      }
    },
    dockerfile(file, { report }) {
      for (const { keyword, words, heredocs, args } of file.instructions) {
        if (heredocs.length === 0 || !LISTS.test(keyword === 'RUN' ? args.text : (words.at(-1)?.text ?? ''))) continue;
        for (const { body } of heredocs) {
          const text = file.text.slice(body.start - file.base, body.end - file.base);
          inText(text, (from, to) => ({ uri: file.uri, start: body.start + from, end: body.start + to }), report);
        }
      }
    },
  },
};

/** Nothing is installed by it. */
const isIdle = (words: readonly ShellWord[], option: ShellWord): boolean =>
  /^--(?:allow-unauthenticated|force-yes)$/.test(option.resolved) &&
  words.some((w) => w.known === 'update' || w.known === 'clean');

const DOWNLOADS = /\b(?:curl|wget|aria2c)\b|^[ \t]*ADD[ \t].*https?:/im;

/**
 * Package files that lie there, built or handed in, and were not downloaded by the same file; the
 * packages they need still come unchecked.
 */
function installsOwn({ text }: Script, words: readonly ShellWord[]): boolean {
  const packages = words
    .slice(1)
    .filter((w) => !w.resolved.startsWith('-') && !/^(?:add|install|localinstall|reinstall|upgrade)$/.test(w.resolved));
  return (
    packages.length > 0 &&
    packages.every((w) => /^(?!\w+:).*\.(?:apk|deb|rpm)$/.test(w.resolved)) &&
    !DOWNLOADS.test(text)
  );
}

type Tell = (report: Report) => void;

/** A line of a package list that switches the check off. */
function written(text: string, place: Place, report: Tell): void {
  const found = OFF.exec(text.slice(0, 10_000));
  if (found && !(/^s(.).*\1/.test(text) && !OFF.test(text.split(text[1]!)[2] ?? '')))
    report({ place, message: 'off', data: { option: found[0].replace(/^\\n/, '') } });
}

function inText(text: string, placeOf: (from: number, to: number) => Place, report: Tell): void {
  for (const found of text.slice(0, 50_000).matchAll(new RegExp(OFF, 'gi'))) {
    // Lists of packages have comments to the end of the line, and only whole ones.
    if (/^[ \t]*#/.test(text.slice(text.lastIndexOf('\n', found.index - 1) + 1, found.index + 1))) continue;
    report({ place: placeOf(found.index, found.index + found[0].length), message: 'off', data: { option: found[0] } });
  }
}
