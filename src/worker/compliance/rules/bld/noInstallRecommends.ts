/** MLPS-BLD-007: only what was asked for is installed. */
import type { Dockerfile } from '../../documents/dockerfile/stages';
import type { ShellCommand, ShellWord } from '../../documents/shell/shellTypes';
import { insertAfter } from '../../documents/shell/wordEdits';
import { placeIn } from '../../model/value';
import { once } from '../../once';
import { valueIn } from '../../valueIn';
import type { Rule } from '../rule';

const MANAGERS: Record<string, { verbs: string[]; flag: string; satisfied: RegExp }> = {
  'apt-get': {
    verbs: ['install'],
    flag: '--no-install-recommends',
    satisfied: /^(--no-install-recommends|APT::Install-Recommends=(0|false|"false"))$/i,
  },
  apt: {
    verbs: ['install'],
    flag: '--no-install-recommends',
    satisfied: /^(--no-install-recommends|APT::Install-Recommends=(0|false|"false"))$/i,
  },
  zypper: { verbs: ['install', 'in'], flag: '--no-recommends', satisfied: /^--no-recommends$/ },
  dnf: { verbs: ['install'], flag: '--setopt=install_weak_deps=False', satisfied: /install_weak_deps=(0|false)/i },
  microdnf: { verbs: ['install'], flag: '--setopt=install_weak_deps=0', satisfied: /install_weak_deps=(0|false)/i },
};
const CONFIGURED = /Install-Recommends\s*"?(false|0|no)\b|install_weak_deps\s*=\s*(0|false)/i;

export const noInstallRecommends: Rule = {
  id: 'MLPS-BLD-007',
  name: 'no-install-recommends',
  severity: 'info',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose'],
  clauses: ['8.1.4.4 a'],
  rows: [],
  peers: ['DL3015', 'DS-0029', 'APT-GET Not Avoiding Additional Packages', 'missing-no-install-recommends'],
  title: { en: 'Install without recommended packages', 'zh-cn': '不安装推荐软件包' },
  why: {
    en: 'Recommended packages nobody asked for are programs that must be patched and that help an attacker. Level 3 asks to install only what is needed.',
    'zh-cn': '未被要求的推荐软件包需要持续打补丁，也会为攻击者提供便利。等保三级要求仅安装需要的组件。',
  },
  remedy: { en: 'Add the flag, and name what is then missing.', 'zh-cn': '添加该参数，并写明随后缺少的软件包。' },
  messages: {
    missing: {
      en: 'Packages that nobody asked for are installed too. Add {flag}.',
      'zh-cn': '还会安装未要求的软件包。请添加 {flag}。',
    },
    insert: {
      en: 'Add {flag} (packages that were only recommended are left out)',
      'zh-cn': '添加 {flag}（不再安装仅被推荐的软件包）',
    },
  },
  check: {
    script(script, { report }) {
      if (!script.run?.ships || configuredAt(script.run.file) < script.run.instruction.place.end) return;
      for (const command of script.commands) {
        const { name, words } = command;
        const manager = valueIn(MANAGERS, name);
        const verb = manager && words.slice(1).find((w) => manager.verbs.includes(w.resolved));
        if (
          !verb ||
          !namesPackages(command, verb) ||
          words.some((w) => manager.satisfied.test(w.resolved) || w.resolved === '--install-recommends' || w.open)
        )
          continue;
        report({
          place: placeIn(script, verb),
          message: 'missing',
          data: { flag: manager.flag },
          fixes: () => [{ safe: false, title: 'insert', edits: insertAfter(script, command, verb, manager.flag) }],
        });
      }
    },
  },
};

/** What xargs hands over stands elsewhere. */
const namesPackages = ({ words, wrappers }: ShellCommand, verb: ShellWord): boolean =>
  wrappers.length > 0 || words.slice(words.indexOf(verb) + 1).some((w) => !w.resolved.startsWith('-'));

/** Where a file of apt or dnf switches them off for good, in this RUN or an earlier one. */
const configuredAt = once(({ text, base }: Dockerfile): number => {
  const at = text.search(CONFIGURED);
  return at < 0 ? Number.POSITIVE_INFINITY : at + base;
});
