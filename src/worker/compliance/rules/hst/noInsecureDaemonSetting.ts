/** MLPS-HST-011: the Docker daemon is not told to leave its protection off. */

import type { Severity } from '../../../protocol/finding';
import { type Dockerd, type DockerdOption, dockerdValues, isOn, isOpenHost } from '../../documents/dockerd';
import { DOCKERD } from '../../readings/daemonsAround';
import type { Rule } from '../rule';

/** Option, the values that are wrong, and what it is. */
const WRONG: readonly { name: string; bad: RegExp; message: string; severity?: Severity }[] = [
  { name: 'iptables', bad: /^false$/, message: 'iptables' },
  { name: 'seccomp-profile', bad: /^unconfined$/, message: 'seccomp' },
  { name: 'storage-driver', bad: /^aufs$/, message: 'aufs' },
  { name: 'experimental', bad: /^true$/, message: 'experimental', severity: 'info' },
  { name: 'log-level', bad: /^debug$/, message: 'debug', severity: 'info' },
  { name: 'debug', bad: /^true$/, message: 'debug', severity: 'info' },
];

export const noInsecureDaemonSetting: Rule = {
  id: 'MLPS-HST-011',
  name: 'no-insecure-daemon-setting',
  severity: 'error',
  profile: 'recommended',
  kinds: ['daemon', 'shell'],
  clauses: ['~8.1.2.2 a', '~8.1.3.2 a', '~8.1.4.7 a'],
  rows: [],
  peers: ['CIS 2.3', 'CIS 2.4', 'CIS 2.6', 'CIS 2.7', 'CIS 2.18'],
  title: { en: 'Do not switch the protection of the Docker daemon off', 'zh-cn': '不得关闭 Docker 守护进程的防护' },
  why: {
    en: 'What the daemon leaves off is missing in every container of the host: its rules keep networks apart, its seccomp profile keeps system calls away from the kernel. Level 3 asks for access control between networks.',
    'zh-cn':
      '守护进程关闭的防护，该主机上的所有容器都会缺失：其规则隔离各网络，其 seccomp 配置阻止危险的系统调用。等保三级要求在网络之间实施访问控制。',
  },
  remedy: {
    en: 'Take the option out: the default is right. Own firewall rules go into DOCKER-USER, and need no `iptables: false`. A registry without TLS is MLPS-IMG-009, an open API of the daemon MLPS-NET-013.',
    'zh-cn':
      '请删除该选项：默认值即可。自有防火墙规则应写入 DOCKER-USER，无需 `iptables: false`。未使用 TLS 的镜像仓库见 MLPS-IMG-009，开放的守护进程 API 见 MLPS-NET-013。',
  },
  messages: {
    iptables: {
      en: 'Docker writes no firewall rules then: networks are not kept apart, and published ports may stop working or stand open. Remove the option.',
      'zh-cn': 'Docker 将不写入防火墙规则：网络之间不再隔离，已发布端口可能失效或完全敞开。请删除该选项。',
    },
    seccomp: {
      en: 'Containers may make every system call, also those that break out. Remove the option: the default profile holds them back.',
      'zh-cn': '容器可执行任意系统调用，包括可用于逃逸的调用。请删除该选项，使用默认配置。',
    },
    aufs: {
      en: 'aufs is no longer maintained, and Docker 24 dropped it: the daemon does not start. Remove the option: overlay2 is the default.',
      'zh-cn': 'aufs 已停止维护，Docker 24 起不再支持，守护进程无法启动。请删除该选项，默认使用 overlay2。',
    },
    experimental: {
      en: 'Experimental features are neither finished nor supported. Leave them off in production.',
      'zh-cn': '实验性功能尚未完成，也不受支持。生产环境请勿开启。',
    },
    debug: {
      en: 'At this level the log holds requests with their environment, so secrets, and pushes older records out. Use info.',
      'zh-cn': '此级别的日志会记录请求及其环境变量（含机密），并挤掉较早的记录。请使用 info。',
    },
    tls: {
      en: 'tls without tlsverify encrypts only: any client is let in. Set tlsverify with tlscacert.',
      'zh-cn': '只有 tls 而没有 tlsverify 时仅加密：任何客户端均可连接。请设置 tlsverify 和 tlscacert。',
    },
    twice: {
      en: '{name} is also given to dockerd on its command line: the daemon does not start with both. Keep one of them.',
      'zh-cn': '{name} 也在 dockerd 的命令行中给出：两处同时设置时守护进程无法启动。请只保留一处。',
    },
    there: { en: 'Given here, too.', 'zh-cn': '此处也已给出。' },
    remove: { en: 'Remove {name} (the default holds again)', 'zh-cn': '删除 {name}（恢复默认值）' },
  },
  check: {
    dockerd(dockerd, { report }) {
      const say = ({ name, place, remove }: DockerdOption, message: string, severity?: Severity) => {
        const fixes = () => [{ safe: false, title: 'remove', edits: remove() }];
        report({ place, message, severity, data: { name }, fixes });
      };
      for (const { name, bad, message, severity } of WRONG)
        for (const option of dockerdValues(dockerd, name))
          if (bad.test(option.value ?? '')) say(option, message, severity);
      // With an open address it is MLPS-NET-013's.
      const isOpen = dockerdValues(dockerd, 'hosts').some(({ value }) => isOpenHost(value ?? ''));
      const tls = dockerdValues(dockerd, 'tls').find(({ value }) => value === 'true');
      if (tls && !isOpen && !isOn(dockerd, 'tlsverify')) report({ place: tls.place, message: 'tls' });
    },
    deployment(deployment, { report }) {
      const file = deployment.own('dockerd').find(({ isFile, uri }) => isFile && uri === deployment.uri);
      const command = file && deployment.all('dockerd', DOCKERD).find(({ isFile }) => !isFile);
      if (!command) return;
      for (const [name, [option, other]] of sharedBy(file, command))
        report({
          place: option.place,
          message: 'twice',
          data: { name },
          related: [{ place: other.place, message: 'there' }],
        });
    },
  },
};

/** The options that both set, by name, the first of each. */
function sharedBy(file: Dockerd, command: Dockerd): Map<string, [DockerdOption, DockerdOption]> {
  const out = new Map<string, [DockerdOption, DockerdOption]>();
  for (const option of file.options) {
    const other = dockerdValues(command, option.name)[0];
    if (other && !out.has(option.name)) out.set(option.name, [option, other]);
  }
  return out;
}
