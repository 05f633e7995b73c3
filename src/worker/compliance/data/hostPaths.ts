/**
 * Directories of a Linux host that belong to the system or to people, and what of them is harmless
 * to look at.
 */
import { isWithin } from '../model/mount';

/** They and everything below. */
const TREES = [
  '/etc /boot /proc /sys /bin /sbin /lib /lib32 /lib64 /libx32',
  '/usr/bin /usr/sbin /usr/lib /usr/lib64 /usr/libexec /usr/local/bin /usr/local/sbin /usr/local/lib',
  '/var/lib/docker /var/lib/containerd /var/lib/containers /var/lib/kubelet',
  '/run/systemd /run/dbus /run/udev /var/run/systemd /var/run/dbus /var/run/udev',
].flatMap((line) => line.split(' '));
/** Only they themselves: below lies what an administrator may have made for a program. */
const EXACT = new Set([
  '/',
  '/root',
  '/home',
  '/usr',
  '/usr/local',
  '/usr/share',
  '/run',
  '/var/run',
  '/var',
  '/var/lib',
  '/dev',
]);
const PRIVATE = /(?:^|\/)\.(?:ssh|aws|kube|gnupg|docker|azure|config\/gcloud)(?:\/|$)/;
/** What a program may be there for (RUN-015 tells of it), and what everybody may use. */
const HARMLESS_DEVICES =
  /^\/dev\/(?:shm|null|zero|full|random|urandom|log|net\/tun|dri|snd|fuse|video\d+|serial|tty(?:USB|ACM|AMA|S)\d+|bus\/usb|usb|input|i2c-\d+|kvm|kfd|dvb|nvidia[\w-]*)(?:\/|$)/;
const READABLE = [
  '/run/udev',
  '/var/run/udev',
  '/etc/localtime',
  '/etc/timezone',
  '/etc/os-release',
  '/etc/lsb-release',
  '/etc/hostname',
  '/etc/hosts',
  '/etc/resolv.conf',
  '/etc/machine-id',
  '/etc/ssl/certs',
  '/etc/pki/ca-trust',
  '/etc/pki/tls/certs',
  '/etc/ca-certificates',
  '/etc/ca-certificates.conf',
];

/** How bad it is that a container can write there; `path` is normal and begins with `/` or `~`. */
export function hostPathDanger(path: string): 'error' | 'warning' | undefined {
  if (path === '/var/log') return 'warning';
  if (PRIVATE.test(path)) return 'error';
  if (path === '~' || /^\/home\/[^/]+$/.test(path) || EXACT.has(path)) return 'error';
  if (path.startsWith('/dev/')) return HARMLESS_DEVICES.test(path) ? undefined : 'error';
  return TREES.some((tree) => isWithin(path, tree)) ? 'error' : undefined;
}

/**
 * The time zone, the names of host, system and devices, public certificates: nothing is given away
 * by reading them.
 */
export const isHarmlessToRead = (path: string): boolean => READABLE.some((known) => isWithin(path, known));
