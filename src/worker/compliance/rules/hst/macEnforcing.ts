/** MLPS-HST-009: SELinux or AppArmor keeps programs inside what they may do. */
import { dockerdValues } from '../../documents/dockerd';
import { excerptOfWord } from '../../documents/shell/excerptOfWord';
import { placeOfWords, type Script } from '../../documents/shell/script';
import { sedTexts } from '../../documents/shell/sedTexts';
import type { ShellWord } from '../../documents/shell/shellTypes';
import { replaceWord } from '../../documents/shell/wordEdits';
import { placeIn } from '../../model/value';
import { once } from '../../once';
import { serviceAction, serviceName } from '../../readings/serviceAction';
import type { Rule } from '../rule';

const BOOT = /(?:^|[\s"'=\ufffc])((?:selinux|apparmor|enforcing)=0)(?=$|[\s"'/])/;
const BOOT_TOOLS = new Set(['grubby', 'sed', 'echo', 'printf', 'kernelstub', 'grub2-editenv', 'tee']);

export const macEnforcing: Rule = {
  id: 'MLPS-HST-009',
  name: 'mac-enforcing',
  severity: 'error',
  profile: 'recommended',
  kinds: ['selinux', 'daemon', 'shell'],
  clauses: ['~8.1.4.2 f', '8.1.4.2 g'],
  rows: ['C59'],
  peers: ['selinux_state', 'CIS 5.2', 'CIS 5.3'],
  title: { en: 'Keep SELinux or AppArmor enforcing', 'zh-cn': 'SELinux 或 AppArmor 须保持强制模式' },
  why: {
    en: 'Mandatory access control is what still holds a program back that runs as root, in a container too. Level 3 asks for security marks on important subjects and objects, and for control of access by them.',
    'zh-cn':
      '强制访问控制是以 root 运行的程序（包括容器中的程序）仍须受到的约束。等保三级要求对重要主体和客体设置安全标记，并据此控制访问。',
  },
  remedy: {
    en: 'Write `SELINUX=enforcing` in `/etc/selinux/config`. Where something does not work, look it up with `ausearch -m AVC` and allow that alone (`setsebool`, `semanage fcontext`, `audit2allow`; for containers `:z`, `:Z`). A type can be made permissive by itself: `semanage permissive -a TYPE`.',
    'zh-cn':
      '在 `/etc/selinux/config` 中设置 `SELINUX=enforcing`。如有功能受阻，请用 `ausearch -m AVC` 查明并仅放行该项（`setsebool`、`semanage fcontext`、`audit2allow`；容器使用 `:z`、`:Z`）。也可仅将单个类型设为 permissive：`semanage permissive -a TYPE`。',
  },
  messages: {
    config: {
      en: 'SELinux is {value}: nothing is held back. Write enforcing.',
      'zh-cn': 'SELinux 处于 {value}，不会阻止任何操作。请改为 enforcing。',
    },
    setenforce: {
      en: 'SELinux only records from here on, and nothing in this script switches it on again. Remove it.',
      'zh-cn': '此后 SELinux 只记录不阻止，且脚本中没有重新启用。请删除。',
    },
    boot: {
      en: '{option} switches mandatory access control off from the next start on. Remove it.',
      'zh-cn': '{option} 会在下次启动后关闭强制访问控制。请删除。',
    },
    apparmor: {
      en: 'AppArmor is switched off here, and its profiles hold nothing back. Remove it.',
      'zh-cn': '此处关闭了 AppArmor，其配置文件不再起作用。请删除。',
    },
    docker: {
      en: 'Docker gives its containers no SELinux labels, so nothing keeps them apart. Write true.',
      'zh-cn': 'Docker 不为容器设置 SELinux 标签，容器之间没有隔离。请改为 true。',
    },
    enforcing: { en: 'Write enforcing', 'zh-cn': '改为 enforcing' },
    one: { en: 'Write 1 (what SELinux denies will fail)', 'zh-cn': '改为 1（被 SELinux 拒绝的操作将失败）' },
    label: { en: 'Write true (bind mounts need :z or :Z)', 'zh-cn': '改为 true（绑定挂载需要 :z 或 :Z）' },
  },
  check: {
    selinux({ mode }, { report }) {
      // `disable` is no word of it, but what people mean by it happens: nothing is enforced.
      if (!mode || !/^(?:disabled?|permissive|0|off)$/i.test(mode.known ?? '')) return;
      const fixes = () => [{ safe: true, title: 'enforcing', edits: [{ ...mode.place, newText: 'enforcing' }] }];
      report({ place: mode.place, message: 'config', data: { value: mode.known! }, fixes });
    },
    dockerd(dockerd, { report }) {
      for (const option of dockerdValues(dockerd, 'selinux-enabled')) {
        if (option.value !== 'false') continue;
        const fixes = () => [{ safe: false, title: 'label', edits: option.set('true') }];
        report({ place: option.place, message: 'docker', fixes });
      }
    },
    script(script, { report }) {
      if (script.run || script.service) return;
      for (const [i, command] of script.commands.entries()) {
        const { name, words } = command;
        const value = words[1];
        const whole = () => placeOfWords(script, words);
        if (name === 'setenforce' && /^(?:0|permissive)$/i.test(value?.known ?? '') && lastEnforced(script) < i) {
          const fixes = () => [{ safe: false, title: 'one', edits: replaceWord(script, command, value!, '1') }];
          report({ place: whole(), message: 'setenforce', fixes });
        }
        if (name === 'aa-teardown') report({ place: whole(), message: 'apparmor' });
        const service = serviceAction(command);
        if (
          /^(?:stop|disable|mask)$/.test(service?.action ?? '') &&
          service!.services.some((s) => serviceName(s) === 'apparmor')
        )
          report({ place: whole(), message: 'apparmor' });
        if (!BOOT_TOOLS.has(name)) continue;
        for (const word of words.slice(1)) {
          if (/^--remove-args/.test(word.resolved)) break;
          const option = BOOT.exec(written(name, word))?.[1];
          if (option) report({ place: placeIn(script, word), message: 'boot', data: { option } });
        }
      }
    },
  },
};

/** What a word of a command writes, which of sed is not what it looks for. */
const written = (name: string, word: ShellWord): string =>
  name === 'sed'
    ? sedTexts(excerptOfWord(word))
        .map(({ text }) => text)
        .join('\n')
    : word.resolved;

/** Where SELinux is switched on for the last time. */
const lastEnforced = once(({ commands }: Script) =>
  commands.findLastIndex(
    ({ name, words }) => name === 'setenforce' && /^(?:1|enforcing)$/i.test(words[1]?.known ?? ''),
  ),
);
