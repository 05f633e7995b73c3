/** MLPS-RUN-009: no program in the container may gain rights. */

import { isSecurityOpt } from '../../model/securityOpt';
import { UNKNOWN } from '../../model/value';
import { isWindows } from '../../model/windows';
import { daemonOption } from '../../readings/daemonsAround';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const noNewPrivileges: Rule = {
  id: 'MLPS-RUN-009',
  name: 'no-new-privileges',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.2 d'],
  rows: ['C30'],
  peers: ['CL-0003', 'No New Privileges Not Set', 'Security Opt Not Set', 'no-new-privileges', 'CIS 5.26'],
  hardening: true,
  title: { en: 'Forbid gaining new privileges', 'zh-cn': '禁止获取新权限' },
  why: {
    en: 'A plain user is not enough: a setuid program in the image still gives root to whoever starts it. This setting takes that away.',
    'zh-cn': '仅使用普通用户并不够：镜像中的 setuid 程序仍会让启动者获得 root。此设置可以杜绝。',
  },
  remedy: {
    en: 'Set `security_opt: [no-new-privileges:true]`, or `"no-new-privileges": true` in daemon.json for all containers.',
    'zh-cn':
      '设置 `security_opt: [no-new-privileges:true]`，或在 daemon.json 中为所有容器设置 `"no-new-privileges": true`。',
  },
  messages: {
    missing: {
      en: 'Setuid programs in this container can still gain rights. Add security_opt: [no-new-privileges:true].',
      'zh-cn': '该容器中的 setuid 程序仍可提升权限。请添加 security_opt: [no-new-privileges:true]。',
    },
    off: {
      en: 'This switches the protection against setuid programs off. Set it to true.',
      'zh-cn': '此处关闭了对 setuid 程序的防护。请设为 true。',
    },
    add: { en: 'Add no-new-privileges', 'zh-cn': '添加 no-new-privileges' },
    turnOn: { en: 'Set no-new-privileges to true', 'zh-cn': '将 no-new-privileges 设为 true' },
  },
  check: {
    container(container, context) {
      const { report, satisfied } = context;
      const { securityOpt, complete, name, writer } = container;
      const off = securityOpt.find((o) => isSecurityOpt(o.resolved, 'no-new-privileges', 'false'));
      if (off) {
        const fixes = () => [{ safe: false, title: 'turnOn', edits: writer.replace(off, 'no-new-privileges:true') }];
        report({ place: off.place, message: 'off', service: name, fixes });
        return;
      }
      const on = securityOpt.some(
        (o) => o.resolved.includes(UNKNOWN) || isSecurityOpt(o.resolved, 'no-new-privileges', 'true'),
      );
      if (on || !complete || isWindows(container)) return;
      // The daemon may switch it on for all containers (fact T29).
      const setting = daemonOption(container.anchor.uri, 'no-new-privileges', context);
      if (setting?.value === 'true') return satisfied(container.anchor, setting.place);
      const settings = [{ kind: 'securityOpt', value: 'no-new-privileges:true' } as const];
      report({ place: container.anchor, message: 'missing', service: name, harden: { container, settings } });
    },
  },
};
