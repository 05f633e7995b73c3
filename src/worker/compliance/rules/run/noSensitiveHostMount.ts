/** MLPS-RUN-012: no system directory of the host is mounted. */
import { CONTAINER_KINDS } from '../../kinds';
import { isWithin, normalHostPath } from '../../model/mount';
import type { Rule } from '../rule';

/** The directory and all below it. */
const TREES =
  '/etc /boot /dev /proc /sys /root /usr /bin /sbin /lib /lib64 /lib32 /run /var/run /var/lib/docker /var/lib/containerd /var/lib/kubelet'.split(
    ' ',
  );
const SECRETS = /^(~|\$HOME|\/root|\/home\/[^/]+)\/\.(ssh|aws|kube|gnupg|docker|config\/gcloud|azure)(\/|$)/;
const HARMLESS =
  /^\/etc\/(localtime|timezone|ssl\/certs(\/.*)?|pki\/(ca-trust|tls\/certs)(\/.*)?|ca-certificates(\/.*)?)$|^\/usr\/(local\/)?share\/(ca-certificates|zoneinfo)(\/.*)?$/;
const SOCKET = /\.(sock|socket)(\.raw)?$/;
const DEVICE = /^\/dev\/(shm|null|zero|u?random|log|net\/tun|dri|snd|fuse|video\d*)(\/.*)?$/;

export const noSensitiveHostMount: Rule = {
  id: 'MLPS-RUN-012',
  name: 'no-sensitive-host-mount',
  severity: 'error',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.2 d', '~8.1.4.2 e'],
  rows: ['C25'],
  peers: ['CL-0013', 'CL-0025', 'Volume Has Sensitive Host Directory', 'CIS 5.6', 'DKL-DI-0002'],
  title: { en: 'Do not mount system directories of the host', 'zh-cn': '不得挂载主机系统目录' },
  why: {
    en: "Writing to the host's /etc, /root or /usr is control of the host; reading them gives password hashes, keys and configuration.",
    'zh-cn': '可写主机的 /etc、/root 或 /usr 即可控制主机;可读则会泄露口令散列、密钥和配置。',
  },
  remedy: {
    en: 'Mount a directory made for this service (`/srv/app`, `./data`) or a named volume. A single harmless file such as /etc/localtime read-only is fine.',
    'zh-cn': '请挂载为该服务专设的目录(`/srv/app`、`./data`)或命名卷。只读挂载 /etc/localtime 之类的无害文件没有问题。',
  },
  messages: {
    writable: {
      en: "The host's {path} is mounted writable: the container can change the host. Use a directory of the service's own.",
      'zh-cn': '主机的 {path} 被可写挂载,容器可以更改主机。请使用该服务专用的目录。',
    },
    readable: {
      en: "The host's {path} is mounted: the container can read the host's configuration and secrets. Use a directory of the service's own.",
      'zh-cn': '主机的 {path} 被挂载,容器可以读取主机的配置和机密。请使用该服务专用的目录。',
    },
  },
  check: {
    container({ mounts, name }, { report }) {
      for (const { source, type, entry, readOnly } of mounts) {
        if (!source || type !== 'bind') continue;
        const path = normalHostPath(source.resolved);
        if (!isSensitive(path) || SOCKET.test(path) || (HARMLESS.test(path) && readOnly !== false) || DEVICE.test(path)) continue;
        const mild = readOnly === true || isWithin(path, '/var/log');
        report({
          place: entry.place,
          message: readOnly === true ? 'readable' : 'writable',
          severity: mild ? 'warning' : undefined,
          data: { path },
          service: name,
        });
      }
    },
  },
};

function isSensitive(path: string): boolean {
  if (path === '/' || path === '/var' || path === '/var/lib' || isWithin(path, '/var/log')) return true;
  if (SECRETS.test(path) || path === '~' || /^\/home(\/[^/]+)?$/.test(path)) return true;
  return TREES.some((tree) => isWithin(path, tree));
}
