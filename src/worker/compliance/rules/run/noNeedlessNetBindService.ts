/** MLPS-RUN-007: NET_BIND_SERVICE is not added for ports that need no right. */

import { dockerfileOf } from '../../documents/dockerfile/builtImage';
import { exposedPorts } from '../../documents/dockerfile/exposedPorts';
import { capabilityName } from '../../model/capability';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const noNeedlessNetBindService: Rule = {
  id: 'MLPS-RUN-007',
  name: 'no-needless-net-bind-service',
  severity: 'info',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.2 d'],
  rows: ['C34'],
  peers: [],
  title: {
    en: 'Do not add NET_BIND_SERVICE for ports of 1024 and above',
    'zh-cn': '端口不小于 1024 时无需 NET_BIND_SERVICE',
  },
  why: {
    en: 'The capability is only about ports below 1024. For 8080 it grants a right that nothing uses; Docker has allowed low ports inside containers without it since 20.10.',
    'zh-cn':
      '该能力只与 1024 以下的端口有关。对 8080 而言是多余的授权；Docker 自 20.10 起在容器内使用低端口也无需该能力。',
  },
  remedy: { en: 'Remove it.', 'zh-cn': '请移除。' },
  messages: {
    needless: {
      en: 'NET_BIND_SERVICE serves only ports below 1024; this container uses {ports}. Remove it.',
      'zh-cn': 'NET_BIND_SERVICE 只用于 1024 以下的端口；该容器使用 {ports}。请移除。',
    },
    remove: { en: 'Remove NET_BIND_SERVICE', 'zh-cn': '移除 NET_BIND_SERVICE' },
  },
  check: {
    container(container, { report, files }) {
      const { capAdd, ports, exposed, networkMode, name, writer } = container;
      const added = capAdd.find((c) => capabilityName(c.resolved) === 'NET_BIND_SERVICE');
      const used = [...ports.map((p) => p.containerPorts), ...exposed];
      if (!added || used.length === 0 || networkMode?.known === 'host') return;
      if (used.some((p) => !p.known || p.known.first < 1024)) return;
      const file = dockerfileOf(container, files);
      if (file && exposedPorts(file).some(({ range }) => !range || range.first < 1024)) return;
      const shown = used
        .map(({ known }) => (known!.first === known!.last ? known!.first : `${known!.first}-${known!.last}`))
        .join(', ');
      report({
        place: added.place,
        message: 'needless',
        data: { ports: shown },
        service: name,
        fixes: () => [{ safe: true, title: 'remove', edits: writer.remove(added) }],
      });
    },
  },
};
