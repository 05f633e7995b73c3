/** MLPS-HST-010: the Docker daemon hardens every container of its host. */
import { addDaemonSettings } from '../../documents/daemonJson';
import { type Dockerd, dockerdOfFile, dockerdValues } from '../../documents/dockerd';
import { daemonUnits } from '../../readings/daemonsAround';
import type { Report, Rule } from '../rule';

/** Option, what it should be, and the message of a value that it should not be. */
const WANTED: readonly { name: string; good: string; wrong: string }[] = [
  { name: 'no-new-privileges', good: 'true', wrong: 'privileges' },
  { name: 'live-restore', good: 'true', wrong: 'restore' },
  { name: 'userland-proxy', good: 'false', wrong: 'proxy' },
  { name: 'icc', good: 'false', wrong: 'icc' },
];
const REMAP = 'userns-remap';

/** A daemon without root has namespaces of its own. */
const ROOTLESS = /\/\.config\/docker\//;

export const dockerDaemonHardening: Rule = {
  id: 'MLPS-HST-010',
  name: 'docker-daemon-hardening',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['daemon', 'shell'],
  clauses: ['~8.1.2.1 d', '~8.1.4.2 d'],
  rows: [],
  peers: ['CIS 2.2', 'CIS 2.9', 'CIS 2.13', 'CIS 2.14', 'CIS 2.15', 'CIS 2.16'],
  title: { en: 'Let the Docker daemon harden all containers', 'zh-cn': '由 Docker 守护进程统一加固容器' },
  why: {
    en: 'What the daemon sets holds for every container, also for those that somebody starts by hand and forgets to harden. Level 3 asks for least privilege and for zones that are kept apart.',
    'zh-cn': '守护进程的设置对所有容器生效，包括手工启动而忘记加固的容器。等保三级要求最小权限和区域隔离。',
  },
  remedy: {
    en: 'Set `no-new-privileges`, `live-restore`, `userland-proxy: false`, `icc: false` and `userns-remap`. `live-restore` cannot be combined with swarm. With `icc: false` containers of the default bridge no longer reach each other: give them a network of their own. With `userns-remap` images and volumes start anew below another folder, and bind mounts need other owners: plan it for a new host, or run the daemon without root. Values of `log-opts` are strings; logs are judged by MLPS-LOG-002 and MLPS-LOG-005.',
    'zh-cn':
      '请设置 `no-new-privileges`、`live-restore`、`userland-proxy: false`、`icc: false` 和 `userns-remap`。`live-restore` 不能与 swarm 同时使用。设置 `icc: false` 后，默认网桥上的容器不能再互访，请为其建立独立网络。设置 `userns-remap` 后，镜像和卷会在另一目录下重新开始，绑定挂载的属主也须调整：请在新主机上规划，或以 rootless 方式运行守护进程。`log-opts` 的值须为字符串；日志由 MLPS-LOG-002 和 MLPS-LOG-005 检查。',
  },
  messages: {
    missing: {
      en: 'The daemon does not set {names}, so each container has to be hardened by hand. Add them.',
      'zh-cn': '守护进程未设置 {names}，每个容器都须手工加固。请添加。',
    },
    privileges: {
      en: 'Programs in containers may gain rights by setuid. Write true: a container that needs it says so itself.',
      'zh-cn': '容器中的程序可借助 setuid 提升权限。请改为 true；确有需要的容器可自行声明。',
    },
    restore: {
      en: 'Containers stop whenever the daemon restarts, so updates of Docker are put off. Write true (not with swarm).',
      'zh-cn': '守护进程重启时所有容器都会停止，Docker 的更新因而被推迟。请改为 true（不适用于 swarm）。',
    },
    proxy: {
      en: 'A process per published port takes the connections, and hides the source address of some. Write false.',
      'zh-cn': '每个已发布端口由一个进程转发，部分连接的源地址会因此丢失。请改为 false。',
    },
    icc: {
      en: 'All containers of the default bridge reach each other on every port. Write false, and give those that belong together a network of their own.',
      'zh-cn': '默认网桥上的所有容器可互访任意端口。请改为 false，并为需要互访的容器建立独立网络。',
    },
    remap: {
      en: 'Root in a container is root on the host: set userns-remap on a new host, or run the daemon without root.',
      'zh-cn': '容器中的 root 即主机的 root：请在新主机上设置 userns-remap，或以 rootless 方式运行守护进程。',
    },
    set: { en: 'Write {value} (see the rule for what changes)', 'zh-cn': '改为 {value}（影响见规则说明）' },
    harmless: {
      en: 'Add what is missing but icc (not with swarm)',
      'zh-cn': '添加除 icc 外缺少的项（不适用于 swarm）',
    },
    apart: {
      en: 'Add icc: false (containers of the default bridge no longer reach each other)',
      'zh-cn': '添加 icc: false（默认网桥上的容器将不能互访）',
    },
  },
  check: {
    dockerd(daemon, { report }) {
      if (daemon.isOfHost) tellWrong(daemon, report);
    },
    daemon(settings, { deployment, report }) {
      const { root, uri } = settings;
      if (root?.kind !== 'map' || !settings.sound) return;
      const own = dockerdOfFile(settings);
      tellWrong(own, report);
      // What the unit gives must not stand in the file as well.
      const all = [own, ...daemonUnits(deployment)];
      const given = (name: string) => all.flatMap((each) => dockerdValues(each, name));
      const missing = WANTED.filter(({ name }) => given(name).length === 0);
      const place = root.pairs[0]?.keyPlace ?? root.place;
      if (!ROOTLESS.test(uri) && given(REMAP).every(({ value }) => value === ''))
        report({ place, message: 'remap', severity: 'info' });
      if (missing.length === 0) return;
      const names = missing.map(({ name }) => name).join(', ');
      const edits = (those: typeof missing) => {
        const pairs = those.map(({ name, good }) => [name, good === 'true'] as const);
        return pairs.length > 0 ? addDaemonSettings(settings, pairs) : undefined;
      };
      const fixes = () => [
        { safe: false, title: 'harmless', edits: edits(missing.filter(({ name }) => name !== 'icc')) },
        { safe: false, title: 'apart', edits: edits(missing.filter(({ name }) => name === 'icc')) },
      ];
      report({ place, message: 'missing', data: { names }, fixes });
    },
  },
};

function tellWrong(daemon: Dockerd, report: (report: Report) => void): void {
  for (const { name, good, wrong } of WANTED)
    for (const option of dockerdValues(daemon, name)) {
      if (!/^(?:true|false)$/.test(option.value ?? '') || option.value === good) continue;
      const fixes = () => [{ safe: false, title: 'set', edits: option.set(good) }];
      report({ place: option.place, message: wrong, data: { value: good }, fixes });
    }
}
