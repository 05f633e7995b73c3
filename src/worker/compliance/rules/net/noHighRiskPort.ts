/** MLPS-NET-002: ports of remote control, file sharing and databases are not open to everybody. */
import { kindRow } from '../../../protocol/fileKinds';
import { exposedPorts } from '../../documents/dockerfile/exposedPorts';
import { kindOf } from '../../kindOf';
import { servesPort } from '../../model/hostTask';
import { hostFirewalls } from '../../readings/hostFirewalls';
import { isEverybody, openedPorts } from '../../readings/openedPorts';
import { FIREWALL_KINDS, IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { bindToLoopback } from './bindToLoopback';
import { highRiskPort, highRiskPortsOf } from './highRiskPort';
import { isOpen } from './isOpen';

const EXPOSED = new Set([22, 23]);

/** Of the administrator, of the files of an office, of machines that start over the network. */
const OPENED_ON_PURPOSE = new Set([20, 21, 22, 69, 135, 137, 138, 139, 445, 514, 873, 2049]);

/** A wider range is of another service. */
const MOST_OF_ONE = 100;

export const noHighRiskPort: Rule = {
  id: 'MLPS-NET-002',
  name: 'no-high-risk-port',
  severity: 'error',
  profile: 'recommended',
  kinds: [...IMAGE_KINDS, ...FIREWALL_KINDS],
  wider: {
    en: 'SSH of images that are there for it (SFTP, Gitea, a bastion); ports that a firewall opens for SSH, file services, TFTP and syslog, on one interface alone, in ranges of more than 100, or in Markdown.',
    'zh-cn':
      '专为 SSH 提供服务的镜像（SFTP、Gitea、堡垒机）发布的 SSH 端口；防火墙为 SSH、文件服务、TFTP 和 syslog 开放的端口，仅在单个接口上、以超过 100 个端口的范围或在 Markdown 中开放的端口。',
  },
  clauses: ['8.1.4.4 b'],
  highRisk: ['6.4.3.1', '~6.4.1.2'],
  triggers: ['A-21', '~A-24', '~A-29'],
  rows: ['C13', 'C55'],
  peers: ['DS-0004', 'CKV_DOCKER_1', 'Exposing Port 22 (SSH)', 'S6473', 'CIS 5.9'],
  title: { en: 'Do not publish high-risk ports', 'zh-cn': '不得发布高危端口' },
  why: {
    en: 'Databases, remote shells and file shares are searched for by every scanner. Level 3 asks to close high-risk ports that are not needed.',
    'zh-cn': '数据库、远程登录和文件共享端口是扫描器的首要目标。等保三级要求关闭不需要的高危端口。',
  },
  remedy: {
    en: 'Do not publish the port: other containers reach it over their common network. For maintenance bind it to 127.0.0.1.',
    'zh-cn': '不要发布该端口：其他容器可通过共同网络访问。维护时请绑定到 127.0.0.1。',
  },
  messages: {
    published: {
      en: 'The high-risk port {port} is published to all interfaces. Remove it, or bind it to 127.0.0.1.',
      'zh-cn': '高危端口 {port} 发布到了所有接口。请移除，或绑定到 127.0.0.1。',
    },
    served: {
      en: 'The service at the high-risk port {port} is published to all interfaces. Bind it to the inner address, or let the firewall name who may reach it.',
      'zh-cn': '高危端口 {port} 的服务发布到了所有接口。请绑定到内网地址，或用防火墙限定可访问的主机。',
    },
    exposed: {
      en: 'The image announces the remote shell port {port}. A container needs no login: use docker exec, and leave the service out.',
      'zh-cn': '镜像声明了远程登录端口 {port}。容器无需登录服务：请使用 docker exec，并去掉该服务。',
    },
    opened: {
      en: 'The firewall opens the high-risk port {port} to everybody. Remove the rule, or name the hosts that need it.',
      'zh-cn': '防火墙对任何人开放了高危端口 {port}。请删除该规则，或限定需要访问的主机。',
    },
    remove: {
      en: 'Remove the published port (only containers of its networks reach it)',
      'zh-cn': '移除发布的端口（仅同网络的容器可访问）',
    },
    bind: {
      en: 'Bind to 127.0.0.1 (other hosts no longer reach it)',
      'zh-cn': '绑定到 127.0.0.1（其他主机将无法访问）',
    },
  },
  check: {
    container(container, context) {
      const { report } = context;
      const { ports, networkMode, name, writer } = container;
      if (networkMode?.known === 'host') return;
      for (const port of ports) {
        const number = highRiskPort(port);
        if (number === undefined || !isOpen(port, container, context)) continue;
        const fixes = () => {
          const bind = bindToLoopback(port, writer);
          // A batch takes the first fix that there is: never the removal of what could be kept.
          return [
            { safe: false, title: 'bind', edits: bind },
            { safe: false, title: 'remove', edits: bind && writer.remove(port.entry) },
          ];
        };
        const place = port.long ? (port.hostPorts ?? port.containerPorts).place : port.entry.place;
        const task = servesPort(container, number);
        report({
          place,
          message: task ? 'served' : 'published',
          severity: task && 'warning',
          profile: task === 'ssh' ? 'mlps3' : undefined,
          data: { port: number },
          service: name,
          // At 127.0.0.1 those that it is there for would find nothing.
          fixes: task ? undefined : fixes,
        });
      }
    },
    deployment(deployment, { report }) {
      const kind = kindOf(deployment.uri);
      // What Markdown tells its readers to open, they open for themselves.
      const isToReaders = kind !== undefined && kindRow(kind).isDocumentation === true;
      for (const { rule, isOneInterface } of openedPorts(hostFirewalls(deployment), isEverybody)) {
        const found = rule.ports!.flatMap((range) => highRiskPortsOf(range).map((port) => ({ port, range })));
        const isMild = ({ port, range }: (typeof found)[number]): boolean =>
          range.last - range.first > MOST_OF_ONE || OPENED_ON_PURPOSE.has(port);
        const asked = found.filter(({ port }) => port !== 514 || rule.protocol !== 'tcp');
        // Of several ports the one that nobody opens on purpose.
        const worst = asked.find((each) => !isMild(each)) ?? asked[0];
        if (!worst) continue;
        const { port } = worst;
        const profile = isToReaders || isOneInterface || isMild(worst) ? 'mlps3' : undefined;
        report({ place: rule.place, message: 'opened', data: { port }, profile });
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
