/** MLPS-NET-006: who may reach a service port is named. */
import type { FirewallRule } from '../../documents/firewall/firewall';
import type { PortRange } from '../../model/container';
import { portRangeText } from '../../model/port';
import { hostFirewalls } from '../../readings/hostFirewalls';
import { openAdministration } from '../../readings/openAdministration';
import { isWiderThan, openedPorts } from '../../readings/openedPorts';
import { FIREWALL_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

/** Entrances of VPNs (WireGuard, OpenVPN, IPsec), whose clients are anywhere. */
const VPN_PORTS = new Set([51_820, 1194, 500, 4500]);

export const firewallRestrictSource: Rule = {
  id: 'MLPS-NET-006',
  name: 'firewall-restrict-source',
  severity: 'warning',
  profile: 'mlps3',
  kinds: [...FIREWALL_KINDS, 'nginx'],
  clauses: ['8.1.3.2 c', '~8.1.4.4 c'],
  highRisk: ['~6.3.2.1'],
  triggers: ['~A-11'],
  rows: ['C41', 'C04', 'C91'],
  peers: [],
  options: {
    publicPorts: {
      default: [80, 443],
      description: {
        en: 'Ports that everybody is to reach: those of the reverse proxy.',
        'zh-cn': '允许任何人访问的端口，即反向代理的端口。',
      },
    },
    widestRange: {
      default: 8,
      description: {
        en: 'The shortest prefix of an IPv4 range that counts as a restriction (8: `10.0.0.0/8` is accepted); of IPv6 four times as long.',
        'zh-cn': '视为有效限制的 IPv4 网段的最短前缀长度（8 表示接受 `10.0.0.0/8`）；IPv6 为其四倍。',
      },
    },
  },
  title: { en: 'Name who may reach a service port', 'zh-cn': '限定可访问服务端口的来源' },
  why: {
    en: 'A port that is accepted from everywhere is found by every scanner. Level 3 asks that source, destination, port and protocol are checked, and that administration comes from named terminals.',
    'zh-cn':
      '对任意来源放行的端口会被所有扫描器发现。等保三级要求对源地址、目的地址、端口和协议进行检查，并限定管理终端的接入地址。',
  },
  remedy: {
    en: 'Name hosts or subnets: `-s 192.168.10.50`, `ip saddr 192.168.10.0/24`, `ufw allow from 192.168.10.0/24 to any port 8080 proto tcp`, a rich rule with `source address=`, or a set. Ports 80 and 443 of the reverse proxy are accepted; others are named by the option `publicPorts`.',
    'zh-cn':
      '请写明主机或网段：`-s 192.168.10.50`、`ip saddr 192.168.10.0/24`、`ufw allow from 192.168.10.0/24 to any port 8080 proto tcp`、带 `source address=` 的富规则，或地址集合。反向代理的 80 和 443 端口可对外开放；其他端口请用选项 `publicPorts` 声明。',
  },
  messages: {
    anywhere: {
      en: 'Port {port} is accepted from everywhere. Name the hosts or subnets that need it.',
      'zh-cn': '端口 {port} 对任意来源放行。请写明需要访问的主机或网段。',
    },
    wide: {
      en: 'Port {port} is accepted from {source}, which is more than any network of one organisation. Name the hosts or subnets that need it.',
      'zh-cn': '端口 {port} 对 {source} 放行，范围过大。请写明需要访问的主机或网段。',
    },
    administration: {
      en: 'This location of administration is open to everybody. Name who may reach it: allow their hosts or subnets, then deny all.',
      'zh-cn': '该管理入口对任意来源开放。请写明可访问的主机或网段：先 allow，再 deny all。',
    },
  },
  check: {
    nginx(settings, { report }) {
      for (const place of openAdministration(settings)) report({ place, message: 'administration' });
    },
    deployment(deployment, { option, report }) {
      const publicPorts = option<unknown>('publicPorts');
      const allowed = new Set(Array.isArray(publicPorts) ? publicPorts.map(Number) : []);
      const bits = Number(option('widestRange'));
      for (const { rule } of openedPorts(hostFirewalls(deployment), (source) => isWiderThan(source, bits))) {
        const port = rule.ports!.find((range) => !isAllowed(range, rule, allowed));
        if (!port) continue;
        const message = rule.source ? 'wide' : 'anywhere';
        report({
          place: rule.place,
          message,
          data: { port: portRangeText(port), source: rule.source?.names.join(', ') ?? '' },
        });
      }
    },
  },
};

function isAllowed({ first, last }: PortRange, { protocol }: FirewallRule, allowed: ReadonlySet<number>): boolean {
  for (let port = first; port <= last; port++)
    if (!allowed.has(port) && !(protocol !== 'tcp' && VPN_PORTS.has(port))) return false;
  return true;
}
