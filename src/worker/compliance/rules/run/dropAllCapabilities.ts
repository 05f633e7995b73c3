/** MLPS-RUN-005: all capabilities are dropped, then the needed ones added. */

import { knownImage } from '../../data/knownImages';
import { baseImageOf } from '../../documents/dockerfile/builtImage';
import { capabilityName } from '../../model/capability';
import { UNKNOWN } from '../../model/value';
import { isWindows } from '../../model/windows';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const dropAllCapabilities: Rule = {
  id: 'MLPS-RUN-005',
  name: 'drop-all-capabilities',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.2 d'],
  rows: ['C33'],
  peers: ['CL-0006', 'Container Capabilities Unrestricted', 'CIS 5.4'],
  hardening: true,
  title: { en: 'Drop all capabilities', 'zh-cn': '移除全部能力' },
  why: {
    en: "A container starts with fourteen of root's powers, among them raw sockets and overriding file permissions. A service needs none or one or two of them.",
    'zh-cn': '容器默认带有 root 的十四项能力，包括原始套接字和越过文件权限。服务通常一项也不需要，或只需一两项。',
  },
  remedy: {
    en: 'Set `cap_drop: [ALL]` (`--cap-drop ALL`), start the service, and add back only what it proves to need. Dropping some by name is not enough.',
    'zh-cn': '设置 `cap_drop: [ALL]`（`--cap-drop ALL`），启动服务，只加回确有需要的能力。逐个移除并不够。',
  },
  messages: {
    missing: {
      en: 'The default capabilities are kept. Add cap_drop: [ALL], then only what the program needs.',
      'zh-cn': '保留了默认能力。请添加 cap_drop: [ALL]，再只加入程序需要的能力。',
    },
    add: {
      en: 'Drop all capabilities (known needs of the image are added back)',
      'zh-cn': '移除全部能力（加回该镜像已知需要的能力）',
    },
  },
  check: {
    container(container, { files, report }) {
      const { capDrop, complete, privileged, name } = container;
      if (!complete || privileged?.known === true || isWindows(container)) return;
      if (capDrop.some((c) => capabilityName(c.resolved) === 'ALL' || c.resolved.includes(UNKNOWN))) return;
      const present = new Set(container.capAdd.map((c) => capabilityName(c.resolved)));
      const needs = (knownImage(baseImageOf(container, files))?.capabilities ?? []).filter((c) => !present.has(c));
      report({
        place: container.anchor,
        message: 'missing',
        service: name,
        harden: {
          container,
          settings: [{ kind: 'capDrop', value: 'ALL' }, ...needs.map((value) => ({ kind: 'capAdd', value }) as const)],
        },
      });
    },
  },
};
