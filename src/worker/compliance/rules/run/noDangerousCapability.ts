/** MLPS-RUN-006: no capability is added that hands over the host. */
import { DANGEROUS_CAPABILITIES } from '../../data/capabilities';
import { knownImage } from '../../data/knownImages';
import { baseImageOf } from '../../documents/dockerfile/builtImage';
import { capabilityName } from '../../model/capability';
import { guardsHost, runsNetwork } from '../../model/hostTask';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const noDangerousCapability: Rule = {
  id: 'MLPS-RUN-006',
  name: 'no-dangerous-capability',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  wider: {
    en: 'NET_ADMIN and NET_RAW of what connects networks (WireGuard, OpenVPN, whatever is given `/dev/net/tun`), runs a network (keepalived, DHCP, coturn) or writes the firewall of the host (fail2ban).',
    'zh-cn':
      '用于连接网络的容器（WireGuard、OpenVPN，以及传入 `/dev/net/tun` 的容器）、管理网络的容器（keepalived、DHCP、coturn）或写入主机防火墙规则的容器（fail2ban）的 NET_ADMIN 和 NET_RAW。',
  },
  clauses: ['~8.1.4.2 d'],
  highRisk: ['~6.4.2.2'],
  triggers: ['~A-20'],
  rows: ['C34'],
  peers: [
    'CL-0011',
    'CL-0024',
    'CL-0027',
    'CL-0028',
    'CL-0029',
    'CL-0030',
    'Container Capabilities Unrestricted',
    'CIS 5.4',
  ],
  title: { en: 'Do not add dangerous capabilities', 'zh-cn': '不得添加危险能力' },
  why: {
    en: "Some capabilities are root on the host under another name: they mount, load modules, read other processes' memory or rewrite the network.",
    'zh-cn': '有些能力等同于主机上的 root：可以挂载文件系统、加载内核模块、读取其他进程的内存或改写网络。',
  },
  remedy: {
    en: 'Remove it. A VPN or DHCP image really needs NET_ADMIN: suppress there with the reason. What an image of our table is known to need is accepted.',
    'zh-cn': '请移除。VPN 或 DHCP 镜像确实需要 NET_ADMIN：请在该处注明理由后抑制。内置镜像表中已知需要的能力可以接受。',
  },
  messages: {
    dangerous: {
      en: '{capability} lets the container take over the host or its neighbours. Remove it, or suppress with the reason it is needed.',
      'zh-cn': '{capability} 使容器可以控制主机或其他容器。请移除；确有需要时请注明理由后抑制。',
    },
    risky: {
      en: '{capability} lets the container get around file permissions or forge network packets. Remove it unless the program proves to need it.',
      'zh-cn': '{capability} 使容器可以绕过文件权限或伪造网络数据包。除非程序确有需要，请移除。',
    },
    remove: {
      en: 'Remove {capability} (the container loses the right)',
      'zh-cn': '移除 {capability}（容器将失去该权限）',
    },
  },
  check: {
    container(container, { files, report }) {
      const { capAdd, image, name, writer } = container;
      const isForNetworks = runsNetwork(container) || guardsHost(image);
      const needed = knownImage(baseImageOf(container, files))?.capabilities ?? [];
      for (const value of capAdd) {
        const capability = capabilityName(value.resolved);
        const severity = Object.hasOwn(DANGEROUS_CAPABILITIES, capability)
          ? DANGEROUS_CAPABILITIES[capability]
          : undefined;
        if (!severity || (severity === 'warning' && needed.includes(capability))) continue;
        report({
          place: value.place,
          message: severity === 'error' ? 'dangerous' : 'risky',
          data: { capability },
          severity,
          profile: /^NET_(?:ADMIN|RAW)$/.test(capability) && isForNetworks ? 'mlps3' : undefined,
          service: name,
          fixes: () => [{ safe: false, title: 'remove', edits: writer.remove(value) }],
        });
      }
    },
  },
};
