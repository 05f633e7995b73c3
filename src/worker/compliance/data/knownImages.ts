/**
 * Facts about well-known images that their files do not tell: user, needed capabilities and paths,
 * role (fact T18). Source: each image's own published Dockerfile; last gone through on 2026-01-15.
 */
import { referenceOf } from '../model/imageReference';
import type { Value } from '../model/value';

export interface KnownImage {
  /** Who runs when neither USER nor `user` says: undefined when the tag decides. */
  user?: 'root' | 'non-root';
  /** Starts as root on purpose and changes to a plain user by itself. */
  dropsRoot?: boolean;
  /** Capabilities its own start script needs. */
  capabilities?: readonly string[];
  /**
   * Scratch paths it writes below a read-only root. Paths that it declares as VOLUME stay writable
   * by themselves.
   */
  writes?: readonly string[];
  /**
   * Paths below a read-only root whose contents must outlive the container: a tmpfs would lose
   * them.
   */
  keeps?: readonly string[];
  /** A system or a language: it starts a shell or an interpreter, no program of its own. */
  bare?: boolean;
  /** Runs once to change the kernel's settings, and needs all rights for it. */
  setsUpHost?: boolean;
  /** Gives the engine orders: whoever runs in it is as good as root. */
  commandsEngine?: boolean;
  /** Stands in front of other services. */
  proxy?: boolean;
}

const dropping = (writes: string[], capabilities = ['CHOWN', 'SETGID', 'SETUID', 'DAC_OVERRIDE']): KnownImage => ({
  user: 'root',
  dropsRoot: true,
  capabilities,
  writes,
});
const root: KnownImage = { user: 'root' };
/**
 * docker-library/php `apache2-foreground`, as `php-fpm`: starts as root, its workers are www-data;
 * read on 2026-11-25.
 */
const behindApache = dropping(['/var/run/apache2', '/var/lock/apache2']);
const bare: KnownImage = { user: 'root', bare: true };
const nonRoot: KnownImage = { user: 'non-root' };

/**
 * Languages and servers on Red Hat's UBI, made to run under any uid: USER 1001, of Java 185 (sclorg
 * `*-container`, jboss-container-images `openjdk`).
 */
const ofUbi = Object.fromEntries(
  ['ubi8', 'ubi9', 'ubi10'].flatMap((base) =>
    ['go-toolset', 'httpd-24', 'nginx-*', 'nodejs-*', 'openjdk-*', 'perl-*', 'php-*', 'python-*', 'ruby-*'].flatMap(
      (name) =>
        ['registry.access.redhat.com', 'registry.redhat.io'].map((from) => [`${from}/${base}/${name}`, nonRoot]),
    ),
  ),
);

/** By repository without registry for Docker Hub, with registry else; `*` ends a prefix. */
const IMAGES: Record<string, KnownImage> = {
  alpine: bare,
  debian: bare,
  ubuntu: bare,
  fedora: bare,
  centos: bare,
  rockylinux: bare,
  'rockylinux/rockylinux': bare,
  almalinux: bare,
  oraclelinux: bare,
  amazonlinux: bare,
  'opensuse/leap': bare,
  busybox: bare,
  'buildpack-deps': bare,
  archlinux: bare,
  'openeuler/openeuler': bare,
  'registry.access.redhat.com/ubi8/ubi': bare,
  'registry.access.redhat.com/ubi8/ubi-minimal': bare,
  'registry.access.redhat.com/ubi9/ubi': bare,
  'registry.access.redhat.com/ubi9/ubi-minimal': bare,
  ...ofUbi,
  python: bare,
  node: bare,
  golang: bare,
  rust: bare,
  ruby: bare,
  php: bare,
  perl: bare,
  gcc: bare,
  openjdk: bare,
  'eclipse-temurin': bare,
  amazoncorretto: bare,
  ibmjava: bare,
  maven: bare,
  gradle: bare,
  tomcat: root,
  jetty: nonRoot,
  'mcr.microsoft.com/dotnet/*': bare,
  'mcr.microsoft.com/playwright*': bare,
  'denoland/deno': bare,
  'oven/bun': bare,
  docker: { ...bare, commandsEngine: true },
  'tonistiigi/binfmt': { user: 'root', setsUpHost: true },
  'multiarch/qemu-user-static': { user: 'root', setsUpHost: true },
  nginx: { ...dropping(['/var/cache/nginx', '/var/run']), proxy: true },
  httpd: { ...dropping(['/usr/local/apache2/logs']), proxy: true },
  traefik: { user: 'root', proxy: true },
  haproxy: { user: 'non-root', proxy: true },
  caddy: { user: 'root', proxy: true, capabilities: ['NET_BIND_SERVICE'], keeps: ['/data', '/config'] },
  'envoyproxy/envoy': { ...dropping([]), proxy: true },
  'apache/apisix': { user: 'non-root', proxy: true },
  kong: { user: 'non-root', proxy: true },
  'nginxproxy/nginx-proxy': { user: 'root', proxy: true },
  'jwilder/nginx-proxy': { user: 'root', proxy: true },
  'jc21/nginx-proxy-manager': { user: 'root', dropsRoot: true, proxy: true },
  'openresty/openresty': { user: 'root', dropsRoot: true, proxy: true },
  'linuxserver/swag': { user: 'root', dropsRoot: true, proxy: true },
  'lscr.io/linuxserver/swag': { user: 'root', dropsRoot: true, proxy: true },
  'bitnami/nginx': { user: 'non-root', proxy: true },
  'nginxinc/nginx-unprivileged': { user: 'non-root', proxy: true, writes: ['/tmp'] },
  redis: dropping([], ['SETGID', 'SETUID']),
  'valkey/valkey': dropping([], ['SETGID', 'SETUID']),
  postgres: dropping(['/var/run/postgresql'], ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']),
  mysql: dropping(['/var/run/mysqld'], ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID']),
  mariadb: dropping(['/run/mysqld'], ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID']),
  mongo: dropping([], ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID']),
  rabbitmq: dropping([], ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID']),
  memcached: nonRoot,
  elasticsearch: nonRoot,
  'docker.elastic.co/*': nonRoot,
  'grafana/grafana': nonRoot,
  'grafana/grafana-oss': nonRoot,
  'grafana/loki': nonRoot,
  'prom/prometheus': nonRoot,
  'prom/alertmanager': nonRoot,
  'prom/node-exporter': nonRoot,
  'jenkins/jenkins': nonRoot,
  sonarqube: nonRoot,
  'quay.io/keycloak/keycloak': nonRoot,
  solr: nonRoot,
  'bitnami/*': nonRoot,
  'bitnamilegacy/*': nonRoot,
  'cgr.dev/chainguard/*': nonRoot,
  'dhi.io/*': nonRoot,
  'apache/airflow': nonRoot,
  'gitea/gitea': { user: 'root', dropsRoot: true },
  'minio/minio': root,
  nextcloud: behindApache,
  wordpress: behindApache,
  registry: root,
};

const PREFIXES = Object.keys(IMAGES)
  .filter((key) => key.endsWith('*'))
  .map((key) => key.slice(0, -1));

/** As the table writes it; undefined for an image that is not known. */
export function imageName(image: Value | undefined): { name: string; tag: string | undefined } | undefined {
  if (!image) return undefined;
  const { registry, path, tag } = referenceOf(image);
  if (registry === undefined || path === undefined) return undefined;
  return { name: registry === 'docker.io' ? path : `${registry}/${path}`, tag };
}

/** Undefined for an image that is not in the table or not known. */
export function knownImage(image: Value | undefined): KnownImage | undefined {
  const found = imageName(image);
  if (!found) return undefined;
  const { name, tag } = found;
  if (name.startsWith('gcr.io/distroless/')) {
    if (tag === undefined && image!.resolved.includes('@')) return undefined;
    return tag?.includes('nonroot') ? nonRoot : bare;
  }
  if (name === 'php' && /(?:^|-)(?:apache|fpm)(?:$|-)/.test(tag ?? '')) return behindApache;
  if (/(^|-)(chiseled|rootless|nonroot|unprivileged)/.test(tag ?? '')) return nonRoot;
  if (Object.hasOwn(IMAGES, name)) return IMAGES[name];
  const prefix = PREFIXES.find((p) => name.startsWith(p));
  return prefix === undefined ? undefined : IMAGES[`${prefix}*`];
}
