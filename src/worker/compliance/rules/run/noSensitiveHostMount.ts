/** MLPS-RUN-012: no directory of the system or of a person is mounted. */
import { hostPathDanger, isHarmlessToRead } from '../../data/hostPaths';
import { holdsRuntimeSocket, isRuntimeSocket } from '../../data/runtimeSockets';
import type { Container } from '../../model/container';
import { findsDevices, watchesHost } from '../../model/hostTask';
import { referenceOf } from '../../model/imageReference';
import { hostPathOf, isWithin } from '../../model/mount';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { mountReadOnly } from './mountReadOnly';

export const noSensitiveHostMount: Rule = {
  id: 'MLPS-RUN-012',
  name: 'no-sensitive-host-mount',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  wider: {
    en: 'Settings of a program in a folder of its own below `/etc`; certificates of Let’s Encrypt for whatever renews them, and read-only for whatever serves them; what monitors, collectors of logs and Home Assistant read; folders of data below `/home`.',
    'zh-cn':
      '`/etc` 下程序专属目录中的配置；负责续期的容器对 Let’s Encrypt 证书的挂载，以及提供服务的容器的只读挂载；监控和日志采集程序以及 Home Assistant 读取的目录；`/home` 下的数据目录。',
  },
  clauses: ['~8.1.4.2 d', '~8.1.4.2 e'],
  highRisk: ['~6.4.2.2'],
  triggers: ['~A-20'],
  rows: ['C25'],
  peers: ['CL-0013', 'CL-0025', 'Volume Has Sensitive Host Directory', 'CIS 5.6', 'DKL-DI-0002'],
  title: { en: 'Do not mount system directories of the host', 'zh-cn': '不得挂载主机的系统目录' },
  why: {
    en: 'Whoever can write there adds a user, a key or a job to the host and owns it; whoever can only read finds passwords and keys.',
    'zh-cn': '可以写入这些目录的人能为主机添加用户、密钥或任务，从而控制主机；即使只读也能获取密码和密钥。',
  },
  remedy: {
    en: "Mount a directory of the application's own (`/srv/app/data`) or a named volume. `/etc/localtime`, `/etc/timezone` and CA certificates are accepted read-only.",
    'zh-cn':
      '请挂载应用自己的目录（如 `/srv/app/data`）或命名卷。`/etc/localtime`、`/etc/timezone` 和 CA 证书可以只读挂载。',
  },
  messages: {
    writable: {
      en: 'The container can write {path} of the host. Use a directory of its own, or a named volume.',
      'zh-cn': '该容器可以写入主机的 {path}。请使用应用自己的目录或命名卷。',
    },
    needsRo: {
      en: 'The container can write {path} of the host, which it only needs to read. Add :ro.',
      'zh-cn': '该容器可以写入主机的 {path}，而它只需读取。请添加 :ro。',
    },
    addRo: {
      en: 'Mount it read-only (the container can no longer write there)',
      'zh-cn': '改为只读挂载（容器将无法写入）',
    },
    readable: {
      en: 'The container can read {path} of the host. Mount only the files it needs.',
      'zh-cn': '该容器可以读取主机的 {path}。请只挂载需要的文件。',
    },
  },
  check: {
    container(container, { report }) {
      const { mounts, name, writer } = container;
      for (const mount of mounts) {
        const path = hostPathOf(mount);
        const danger =
          path === undefined || isRuntimeSocket(path) || holdsRuntimeSocket(path) ? undefined : hostPathDanger(path);
        if (path === undefined || !danger || (mount.readOnly === true && isHarmlessToRead(path))) continue;
        const writable = mount.readOnly === false;
        const place = mount.source?.place ?? mount.entry.place;
        if (writable && isHarmlessToRead(path)) {
          const fixes = () => [{ safe: false, title: 'addRo', edits: mountReadOnly(mount, writer) }];
          report({ place, message: 'needsRo', data: { path }, severity: 'warning', service: name, fixes });
          continue;
        }
        report({
          place,
          message: writable ? 'writable' : 'readable',
          data: { path },
          severity: writable ? danger : 'warning',
          profile: OWN_SETTINGS.test(path) || isItsTask(container, path, mount.readOnly === true) ? 'mlps3' : undefined,
          service: name,
        });
      }
    },
  },
};

/** Below `/etc` in a folder that is none of the system's: `/etc/prometheus/prometheus.yml`. */
const OWN_SETTINGS =
  /^\/etc\/(?!(?:apparmor|apt|audit|ca-certificates|containerd|cron|default|dnf|docker|init|kubernetes|ld\.so|letsencrypt|logrotate|modprobe|network|pam|pki|polkit|profile|rc\d?|rsyslog|security|selinux|skel|ssh|ssl|sudoers|sysconfig|sysctl|systemd|udev|yum|X11)[\w.-]*\/)[\w-][\w.-]*\/./;

/** Below `/home` and of no person. */
const OWN_FOLDER =
  /^\/home\/(?:[\w.-]+[_-])?(?:backups?|config|data|database|files|logs?|share|storage|uploads?|volumes?)$/;
const D_BUS = /^(?:\/var)?\/run\/dbus(?:\/|$)/;
const RENEWS = /(?:^|[/_-])(?:certbot|letsencrypt|acme|lego)/;
const LOGS = ['/var/log', '/var/lib/docker/containers'];

/**
 * What the image is there for: to be set up in a folder of its own name or to keep its data in one, to
 * renew certificates, to serve them, to watch the host, to collect logs, to find devices; all but
 * the first only read.
 */
function isItsTask({ image, name: service }: Container, path: string, isRead: boolean): boolean {
  const name = (image && referenceOf(image).path) ?? '';
  const last = name.split('/').at(-1)!;
  const [, folder, own] = /^\/(etc|home)\/([^/]+)$/.exec(path) ?? [];
  const isNamed = own !== undefined && (last === own || last.startsWith(`${own}-`) || service === own);
  if (OWN_FOLDER.test(path) || (isNamed && (folder === 'home' || OWN_SETTINGS.test(`${path}/.`)))) return true;
  if (isWithin(path, '/etc/letsencrypt')) return isRead || RENEWS.test(name);
  return isRead && (LOGS.includes(path) || watchesHost(image) || (D_BUS.test(path) && findsDevices(image)));
}
