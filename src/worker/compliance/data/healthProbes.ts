/**
 * Health checks of well-known images: who brings one, and which command of the image can serve as
 * one (fact T18). Read on 2026-11-25: docker-nginx `mainline/{debian,alpine-slim}/Dockerfile`
 * (curl, or only the wget of BusyBox), distribution `registry/registry.go` (`/` answers 200 without
 * a login), prometheus `Dockerfile.distroless` (no shell), mariadb-docker `healthcheck.sh`,
 * docker-library/mongo `4.4` and `5.0` (mongo, then mongosh). By the use that others make of it:
 * `mc ready local`, `nc -z` of BusyBox. From memory, 2026-01-15: the rest.
 */
import type { Value } from '../model/value';
import { imageName } from './knownImages';

/** Their Dockerfiles hold a HEALTHCHECK. */
const OWN = new Set(
  `gitlab/gitlab-ce gitlab/gitlab-ee vaultwarden/server pihole/pihole jellyfin/jellyfin louislam/uptime-kuma containrrr/watchtower
   netdata/netdata authelia/authelia plexinc/pms-docker kong ghcr.io/docker-mailserver/docker-mailserver`.split(/\s+/),
);

export const bringsHealthcheck = (image: Value | undefined): boolean => OWN.has(imageName(image)?.name ?? '');

const wget = (url: string): string[] => ['wget', '-q', '-O', '/dev/null', url];
/**
 * They open a connection and ask nothing: what the program speaks, and which of its pages answers
 * 200, is not known.
 */
const connect = ['bash', '-c', 'exec 3<>/dev/tcp/127.0.0.1/{port}'];
const scan = ['nc', '-z', '127.0.0.1', '{port}'];

/** `{port}` stands for the port that the program serves. */
const PROBES: Record<string, readonly string[]> = {
  postgres: ['pg_isready', '-q', '-U', 'postgres'],
  redis: ['redis-cli', 'ping'],
  'valkey/valkey': ['valkey-cli', 'ping'],
  mysql: ['mysqladmin', 'ping', '--silent', '-h', '127.0.0.1'],
  mariadb: ['healthcheck.sh', '--connect', '--innodb_initialized'],
  mongo: ['mongosh', '--quiet', '--eval', 'db.adminCommand("ping").ok'],
  rabbitmq: ['rabbitmq-diagnostics', '-q', 'ping'],
  'minio/minio': ['mc', 'ready', 'local'],
  registry: wget('http://127.0.0.1:5000/'),
  'grafana/grafana': wget('http://127.0.0.1:3000/api/health'),
  'grafana/grafana-oss': wget('http://127.0.0.1:3000/api/health'),
  'prom/prometheus': wget('http://127.0.0.1:9090/-/healthy'),
  'prom/alertmanager': wget('http://127.0.0.1:9093/-/healthy'),
  'prom/node-exporter': wget('http://127.0.0.1:9100/'),
  nginx: ['curl', '-sS', '-o', '/dev/null', 'http://127.0.0.1/'],
  python: ['python', '-c', "import socket; socket.create_connection(('127.0.0.1', {port}), 5)"],
  node: [
    'node',
    '-e',
    "require('net').connect({port}, '127.0.0.1', () => process.exit(0)).on('error', () => process.exit(1))",
  ],
  ruby: ['ruby', '-rsocket', '-e', "TCPSocket.new('127.0.0.1', {port})"],
  php: ['php', '-r', "exit(@fsockopen('127.0.0.1', {port}) ? 0 : 1);"],
  alpine: scan,
  busybox: scan,
  debian: connect,
  ubuntu: connect,
  rockylinux: connect,
  almalinux: connect,
  'eclipse-temurin': connect,
  tomcat: connect,
};

/** Images of other tags have other tools. */
function probeFor(name: string, tag: string): readonly string[] | undefined {
  const own = PROBES[name]!;
  if (/distroless/.test(tag)) return undefined;
  if (name === 'nginx' && /alpine-slim/.test(tag)) return wget('http://127.0.0.1/');
  if (name === 'mongo' && /^[2-4]\b/.test(tag)) return ['mongo', ...own.slice(1)];
  return own === connect && /alpine/.test(tag) ? scan : own;
}

/** The command, if the image is known to have one and, where it matters, the port is known. */
export function healthProbe(image: Value | undefined, port: number | undefined): string[] | undefined {
  const found = imageName(image);
  const probe = found && Object.hasOwn(PROBES, found.name) ? probeFor(found.name, found.tag ?? '') : undefined;
  const needsPort = probe?.some((word) => word.includes('{port}'));
  return needsPort && port === undefined ? undefined : probe?.map((word) => word.replace('{port}', String(port)));
}
