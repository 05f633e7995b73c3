/** MLPS-NET-003: the host's ports below 1024 are left to the reverse proxy. */
import { boundToAllInterfaces } from '../../model/port';
import { isProxyContainer } from '../../readings/proxyContainer';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { highRiskPort } from './highRiskPort';

export const noPrivilegedPort: Rule = {
  id: 'MLPS-NET-003',
  name: 'no-privileged-port',
  severity: 'info',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.4 b'],
  rows: ['C35'],
  peers: ['Privileged Ports Mapped In Container', 'CIS 5.8'],
  title: { en: 'Publish on host ports of 1024 and above', 'zh-cn': '主机端口应不小于 1024' },
  why: {
    en: "Ports below 1024 belong to the host's own services. An application there stands in front of everybody instead of behind the proxy.",
    'zh-cn': '1024 以下的端口属于主机自身的服务。应用占用这些端口意味着直接面对外部，而不是位于代理之后。',
  },
  remedy: {
    en: 'Publish on a higher port behind the reverse proxy. 80 and 443 of a proxy are accepted.',
    'zh-cn': '请在反向代理之后使用较高端口。代理的 80 和 443 可以接受。',
  },
  messages: {
    low: {
      en: 'The host port {port} is below 1024. Publish on a higher one behind the reverse proxy.',
      'zh-cn': '主机端口 {port} 小于 1024。请在反向代理之后使用较高端口。',
    },
  },
  check: {
    container(container, { files, report }) {
      const { ports, networkMode, name } = container;
      if (networkMode?.known === 'host') return;
      const proxy = isProxyContainer(container, files);
      for (const port of ports) {
        const { hostPorts, entry, long } = port;
        if (highRiskPort(port) !== undefined && boundToAllInterfaces(port)) continue;
        const first = hostPorts?.known?.first;
        if (first === undefined || first === 0 || first >= 1024 || (proxy && (first === 80 || first === 443))) continue;
        report({ place: long ? hostPorts!.place : entry.place, message: 'low', data: { port: first }, service: name });
      }
    },
  },
};
