/** MLPS-NET-002: ports of remote control, file sharing and databases are not open to everybody. */
import { exposedPorts } from '../../documents/exposedPorts';
import { ALL_KINDS } from '../../kinds';
import type { PortRange } from '../../model/container';
import { boundToAllInterfaces } from '../../model/port';
import type { Rule } from '../rule';
import { bindToLoopback } from './bindToLoopback';

const PORTS = [
  20, 21, 22, 23, 69, 135, 137, 138, 139, 445, 512, 513, 514, 873, 1433, 1521, 2049, 2375, 2379, 3306, 3389, 5432, 5900, 6379, 9200, 11211,
  27017,
];
const EXPOSED = new Set([22, 23]);

const highRisk = (range: PortRange | undefined) => range && PORTS.find((port) => port >= range.first && port <= range.last);

export const noHighRiskPort: Rule = {
  id: 'MLPS-NET-002',
  name: 'no-high-risk-port',
  severity: 'error',
  profile: 'recommended',
  kinds: ALL_KINDS,
  clauses: ['8.1.4.4 b'],
  rows: ['C13', 'C55'],
  peers: ['DS-0004', 'CKV_DOCKER_1', 'Exposing Port 22 (SSH)', 'S6473', 'CIS 5.9'],
  title: { en: 'Do not publish high-risk ports', 'zh-cn': '不得发布高危端口' },
  why: {
    en: 'Databases, remote shells and file shares are searched for by every scanner. Level 3 asks to close high-risk ports that are not needed.',
    'zh-cn': '数据库、远程登录和文件共享端口是扫描器的首要目标。等保三级要求关闭不需要的高危端口。',
  },
  remedy: {
    en: 'Do not publish the port: other containers reach it over their common network. For maintenance bind it to 127.0.0.1.',
    'zh-cn': '不要发布该端口:其他容器可通过共同网络访问。维护时请绑定到 127.0.0.1。',
  },
  messages: {
    published: {
      en: 'The high-risk port {port} is published to all interfaces. Remove it, or bind it to 127.0.0.1.',
      'zh-cn': '高危端口 {port} 发布到了所有接口。请移除,或绑定到 127.0.0.1。',
    },
    exposed: {
      en: 'The image announces the remote shell port {port}. A container needs no login: use docker exec, and leave the service out.',
      'zh-cn': '镜像声明了远程登录端口 {port}。容器无需登录服务:请使用 docker exec,并去掉该服务。',
    },
    remove: { en: 'Remove the published port (only containers of its networks reach it)', 'zh-cn': '移除发布的端口(仅同网络的容器可访问)' },
    bind: { en: 'Bind to 127.0.0.1 (other hosts no longer reach it)', 'zh-cn': '绑定到 127.0.0.1(其他主机将无法访问)' },
  },
  check: {
    container({ ports, networkMode, name, writer }, { report }) {
      if (networkMode?.known === 'host') return;
      for (const port of ports) {
        const number = highRisk(port.hostPorts?.known) ?? highRisk(port.containerPorts.known);
        if (number === undefined || boundToAllInterfaces(port) !== true) continue;
        const syslog = number === 514 && port.protocol === 'tcp' && port.hostPorts?.known?.first === 514;
        if (syslog) continue;
        const fixes = [
          { safe: false, title: 'bind', edits: bindToLoopback(port, writer) },
          { safe: false, title: 'remove', edits: writer.remove(port.entry) },
        ];
        const place = port.long ? (port.hostPorts ?? port.containerPorts).place : port.entry.place;
        report({ place, message: 'published', data: { port: number }, service: name, fixes });
      }
    },
    dockerfile(file, { report }) {
      for (const { place, range } of exposedPorts(file)) {
        const port = [...EXPOSED].find((p) => range && p >= range.first && p <= range.last);
        if (port) report({ place, message: 'exposed', severity: 'warning', data: { port } });
      }
    },
  },
};
