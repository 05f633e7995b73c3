/** MLPS-RUN-013: a container has a network of its own. */
import { isAtDesk } from '../../model/atDesk';
import { findsDevices, guardsHost, runsNetwork, watchesHost } from '../../model/hostTask';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

export const noHostNetwork: Rule = {
  id: 'MLPS-RUN-013',
  name: 'no-host-network',
  severity: 'error',
  profile: 'recommended',
  kinds: IMAGE_KINDS,
  wider: {
    en: 'Images that watch the host (node-exporter, Netdata), find the devices of a house (Home Assistant), write the firewall of the host (fail2ban) or run its network (WireGuard and other gateways, keepalived, DHCP, coturn), containers that somebody works in (`-it --rm`) or sees the windows of (`DISPLAY`, X11), and Markdown that speaks of the host network in its text.',
    'zh-cn':
      '监控主机的镜像（node-exporter、Netdata）、发现家中设备的镜像（Home Assistant）、写入主机防火墙规则的镜像（fail2ban）、管理主机网络的镜像（WireGuard 等网关、keepalived、DHCP、coturn）、有人在其中操作的容器（`-it --rm`）或为其显示窗口的容器（`DISPLAY`、X11），以及在正文中说明了主机网络的 Markdown。',
  },
  clauses: ['~8.1.2.1 d', '~8.1.3.1 a'],
  highRisk: ['~6.3.1.1'],
  triggers: ['~A-09'],
  rows: ['C25'],
  peers: ['CL-0008', 'Shared Host Network Namespace', 'CIS 5.10'],
  title: { en: 'Do not use the network of the host', 'zh-cn': '不得使用主机网络' },
  why: {
    en: 'On the network of the host every port the program opens is open to the world, and it reaches what listens on 127.0.0.1 only.',
    'zh-cn': '使用主机网络时，程序打开的每个端口都直接对外，并且可以访问仅监听 127.0.0.1 的服务。',
  },
  remedy: {
    en: 'Use a bridge network and publish the ports by name (`ports: ["127.0.0.1:8080:8080"]`).',
    'zh-cn': '请使用 bridge 网络，并逐个发布端口（`ports: ["127.0.0.1:8080:8080"]`）。',
  },
  messages: {
    host: {
      en: 'The container shares the network of the host: every port is open, and `ports` means nothing. Use a bridge network with named ports.',
      'zh-cn': '该容器与主机共用网络：所有端口直接开放，`ports` 不起作用。请使用 bridge 网络并逐个发布端口。',
    },
    build: {
      en: 'The build runs on the network of the host and reaches its inner services. Remove it unless the build needs one of them.',
      'zh-cn': '构建使用主机网络，可以访问主机内部的服务。除非构建确有需要，请移除。',
    },
  },
  check: {
    container(container, { report }) {
      const { image, networkMode, networkUses, build, name } = container;
      const isOfHost = watchesHost(image) || findsDevices(image) || guardsHost(image) || runsNetwork(container);
      const isMeant = isAtDesk(container) || isOfHost;
      const profile = isMeant ? 'mlps3' : undefined;
      if (networkMode?.known === 'host') report({ place: networkMode.entry, message: 'host', profile, service: name });
      for (const use of networkUses)
        if (use.host) report({ place: use.name.place, message: 'host', profile, service: name });
      if (build.network?.known === 'host')
        report({ place: build.network.entry, message: 'build', severity: 'info', service: name });
    },
    dockerfile(file, { report }) {
      for (const instruction of file.instructions) {
        const flag = (instruction.trigger ?? instruction).flags.find((f) => f.name === 'network' && f.value === 'host');
        if (flag) report({ place: flag.place, message: 'build', severity: 'info' });
      }
    },
  },
};
