/** MLPS-RUN-010: seccomp, AppArmor, SELinux and the masked system paths stay on. */
import type { Mount } from '../../model/mount';
import { CONTAINER_KINDS } from '../../ruleKinds';
import { valueIn } from '../../valueIn';
import type { Rule } from '../rule';

/** What each option is called to people, and the value that switches it off. */
const OFF: Record<string, { control: string; value: RegExp }> = {
  seccomp: { control: 'seccomp', value: /^unconfined$/ },
  apparmor: { control: 'AppArmor', value: /^unconfined$/ },
  label: { control: 'SELinux', value: /^(disable|type:(spc_t|unconfined_t))$/ },
  systempaths: { control: '/proc, /sys', value: /^unconfined$/ },
  unmask: { control: '/proc, /sys', value: /^all$/ },
  'proc-opts': { control: '/proc', value: /^(?!hidepid=\w+$)/ },
};

export const noDisabledSecurityProfile: Rule = {
  id: 'MLPS-RUN-010',
  name: 'no-disabled-security-profile',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  wider: {
    en: '`label=disable` of a container that works in the folder it is started from (`.`, `$PWD`): relabelling would change the files of the user.',
    'zh-cn': '在启动目录（`.`、`$PWD`）中工作的容器的 `label=disable`：重新打标签会改动用户自己的文件。',
  },
  clauses: ['~8.1.4.2 d', '~8.1.4.2 g'],
  rows: ['C25', 'C59'],
  peers: [
    'CL-0009',
    'Default Seccomp Profile Disabled',
    'seccomp-confinement-disabled',
    'selinux-separation-disabled',
    'CIS 5.2',
    'CIS 5.3',
    'CIS 5.22',
  ],
  title: { en: 'Keep the security profiles on', 'zh-cn': '不得关闭安全配置' },
  why: {
    en: 'These profiles keep a container away from the system calls and files through which it could break out. Switched off, one flaw of the program is enough.',
    'zh-cn': '这些配置使容器无法接触可用于逃逸的系统调用和文件。一旦关闭，程序的一个漏洞就足以逃逸。',
  },
  remedy: {
    en: 'Remove the entry; where the default is too narrow, write a profile of your own (`seccomp=./profile.json`).',
    'zh-cn': '请移除该项；默认配置过严时，请编写自己的配置（`seccomp=./profile.json`）。',
  },
  messages: {
    off: {
      en: '{option} switches the protection by {control} off. Remove it, or name a profile of your own.',
      'zh-cn': '{option} 关闭了 {control} 的防护。请移除，或改用自定义配置。',
    },
    remove: { en: 'Remove {option}', 'zh-cn': '移除 {option}' },
  },
  check: {
    container({ securityOpt, mounts, name, writer }, { report }) {
      for (const entry of securityOpt) {
        const match = /^\s*([\w-]+)\s*[:=]\s*(.*?)\s*$/.exec(entry.known ?? '');
        const option = match?.[1]?.toLowerCase() ?? '';
        const off = valueIn(OFF, option);
        if (!match || !off?.value.test(match[2]!.toLowerCase())) continue;
        report({
          place: entry.place,
          message: 'off',
          data: { option: entry.resolved, control: off.control },
          // The user's own files, which relabelling would change on the host.
          profile:
            option === 'label' && match[2]!.toLowerCase() === 'disable' && mounts.some(isWorkingFolder)
              ? 'mlps3'
              : undefined,
          service: name,
          fixes: () => [{ safe: false, title: 'remove', edits: writer.remove(entry) }],
        });
      }
    },
  },
};

/** The folder somebody works in, as it is or by its variable. */
const isWorkingFolder = ({ type, source }: Mount): boolean =>
  type !== 'volume' &&
  /^["']?(?:\.{1,2}\/?|\$\{?(?:PWD|CURDIR|GITHUB_WORKSPACE)\}?|\$\((?:pwd|CURDIR)\))["']?(?::|$)/.test(
    source?.raw ?? '',
  );
