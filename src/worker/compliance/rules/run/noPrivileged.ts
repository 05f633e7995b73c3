/** MLPS-RUN-008: no container, hook or build step is privileged. */

import { knownImage } from '../../data/knownImages';
import { readExecLine } from '../../documents/dockerCommand/dockerExec';
import { ENGINES } from '../../documents/dockerCommand/dockerRunOptions';
import type { ShellCommand, ShellWord } from '../../documents/shell/shellTypes';
import { removeWord } from '../../documents/shell/wordEdits';
import { placeIn, type Value } from '../../model/value';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const noPrivileged: Rule = {
  id: 'MLPS-RUN-008',
  name: 'no-privileged',
  severity: 'error',
  profile: 'recommended',
  kinds: [...IMAGE_KINDS, 'shell'],
  wider: {
    en: 'Images whose purpose is to set up the kernel of the host.',
    'zh-cn': '用途就是设置主机内核的镜像。',
  },
  clauses: ['~8.1.4.2 d', '~8.1.4.2 e'],
  highRisk: ['~6.4.2.2'],
  triggers: ['~A-20'],
  rows: ['C25'],
  peers: ['CL-0002', 'Privileged Containers Enabled', 'privileged-service', 'S6502', 'CIS 5.5', 'CIS 5.23'],
  title: { en: 'Do not run privileged', 'zh-cn': '不得使用特权模式' },
  why: {
    en: 'A privileged container has every capability and every device and no seccomp or AppArmor: it is root on the host.',
    'zh-cn': '特权容器拥有全部能力和全部设备，且没有 seccomp 和 AppArmor 限制：等同于主机上的 root。',
  },
  remedy: {
    en: 'Remove it and give the one capability or device that is needed. Docker-in-Docker: suppress with a reason, or build rootless.',
    'zh-cn': '请移除，只给出需要的那一项能力或设备。Docker-in-Docker：注明理由后抑制，或改用 rootless 构建。',
  },
  messages: {
    privileged: {
      en: "This gives the container all of the host's rights. Remove it and give the single capability or device that is needed.",
      'zh-cn': '这会把主机的全部权限交给容器。请移除，只给出需要的单项能力或设备。',
    },
    exec: {
      en: "This command runs in the container with all of the host's rights. Remove --privileged.",
      'zh-cn': '此命令在容器内拥有主机的全部权限。请移除 --privileged。',
    },
    allow: {
      en: 'This lets build steps run with all rights of the build host. Remove security.insecure.',
      'zh-cn': '这允许构建步骤以构建主机的全部权限运行。请移除 security.insecure。',
    },
    insecureRun: {
      en: 'This build step runs with all rights of the build host. Remove --security=insecure.',
      'zh-cn': '该构建步骤以构建主机的全部权限运行。请移除 --security=insecure。',
    },
    remove: {
      en: 'Remove it (the container loses the rights it may have used)',
      'zh-cn': '移除（容器将失去可能用到的权限）',
    },
  },
  check: {
    script(script, { report }) {
      for (const command of script.commands) {
        const flag = readExecLine(command)?.privileged;
        const allow = flag ? undefined : allowsInsecure(command);
        const word = flag ?? allow?.at(-1);
        if (!word) continue;
        const edits = () => (allow && allow.length > 1 ? undefined : removeWord(script, command, word));
        report({
          place: placeIn(script, word),
          message: flag ? 'exec' : 'allow',
          fixes: () => [{ safe: false, title: 'remove', edits: edits() }],
        });
      }
    },
    container({ privileged, hooks, name, writer, build, image }, { report }) {
      const profile = knownImage(image)?.setsUpHost ? 'mlps3' : undefined;
      const values: (Value<unknown> | undefined)[] = [privileged, ...hooks.map((h) => h.privileged), build.privileged];
      const entitlement = build.entitlements.find((e) => e.known === 'security.insecure');
      for (const value of [...values.filter((v) => v?.known === true), entitlement]) {
        if (!value) continue;
        const fixes = () => [{ safe: false, title: 'remove', edits: writer.remove(value as Value) }];
        report({ place: value.entry, message: 'privileged', service: name, fixes, profile });
      }
    },
    dockerfile(file, { report }) {
      for (const instruction of file.instructions) {
        const run = instruction.trigger ?? instruction;
        const flag = run.flags.find((f) => f.name === 'security' && f.value === 'insecure');
        if (!flag) continue;
        const blank = /^[ \t]+(?:[\\`][ \t]*\r?\n[ \t]*)?/.exec(file.text.slice(flag.place.end - file.base))?.[0] ?? '';
        const edits = [{ ...flag.place, end: flag.place.end + blank.length, newText: '' }];
        report({ place: flag.place, message: 'insecureRun', fixes: () => [{ safe: false, title: 'remove', edits }] });
      }
    },
  },
};

/** `docker buildx build --allow security.insecure`: the words of the option. */
function allowsInsecure({ name, words }: ShellCommand): ShellWord[] | undefined {
  if (name !== 'buildctl' && !ENGINES.has(name)) return undefined;
  const at = words.findIndex((w) => w.known === '--allow=security.insecure' || w.known === 'security.insecure');
  if (at < 0) return undefined;
  if (words[at]!.known !== 'security.insecure') return [words[at]!];
  return words[at - 1]?.known === '--allow' ? [words[at - 1]!, words[at]!] : undefined;
}
