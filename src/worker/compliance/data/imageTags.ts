/**
 * Tags that are taken to exist: the only ones that a fix may write. Written from what is known of
 * how the official images are built; not yet compared with a registry. What is not here may exist
 * all the same.
 */

const JAVA =
  '8 11 17 21 | jdk jre alpine jdk-alpine jre-alpine jammy jdk-jammy jre-jammy noble jdk-noble jre-noble; 25 | jdk jre';
const DOTNET = '8.0 9.0 10.0 | alpine noble; 8.0 9.0 | bookworm-slim; 8.0 | jammy';

/**
 * Repository → groups of lines, each behind `|` with the variants that all its lines have beside
 * the plain tag.
 */
const TABLE: Record<string, string> = {
  debian: '11 12 13 bullseye bookworm trixie | slim',
  'buildpack-deps': 'bookworm trixie | curl scm',
  ubuntu: '22.04 24.04 jammy noble',
  alpine: '3.20 3.21 3.22 3.23',
  python: '3.9 3.10 3.11 3.12 3.13 3.14 | slim alpine bookworm slim-bookworm; 3.11 3.12 3.13 3.14 | trixie slim-trixie',
  node: '20 22 24 | slim alpine bookworm bookworm-slim; 22 24 | trixie trixie-slim',
  golang: '1.25 1.26 | alpine bookworm trixie',
  php: '8.2 8.3 8.4 8.5 | cli fpm apache zts alpine cli-alpine fpm-alpine zts-alpine bookworm cli-bookworm fpm-bookworm apache-bookworm',
  ruby: '3.2 3.3 3.4 4.0 | slim alpine bookworm slim-bookworm',
  'eclipse-temurin': JAVA,
  amazoncorretto: '8 11 17 21 | alpine al2023; 25',
  'mcr.microsoft.com/dotnet/aspnet': DOTNET,
  'mcr.microsoft.com/dotnet/runtime': DOTNET,
  'mcr.microsoft.com/dotnet/runtime-deps': DOTNET,
  'mcr.microsoft.com/dotnet/sdk': DOTNET,
  'quay.io/centos/centos': 'stream9 stream10',
  fedora: '41 42 43',
  rockylinux: '8 9 | minimal',
  almalinux: '8 9 10 | minimal',
  amazonlinux: '2 2023',
  'opensuse/leap': '15.6 16.0',
  'openeuler/openeuler': '22.03-lts 24.03-lts',
  nginx: '1.28 1.29 | alpine perl alpine-perl alpine-slim',
  'nginxinc/nginx-unprivileged': '1.28 1.29 | alpine alpine-slim',
  httpd: '2.4 | alpine',
  traefik: '3 v3',
  postgres: '14 15 16 17 18 | alpine bookworm',
  mysql: '8.0 8.4',
  mariadb: '10.6 10.11 11.4 11.8',
  redis: '6.2 7.2 7.4 8.0 8.2 8.4 | alpine',
  mongo: '7.0 8.0; 7.0 | jammy; 8.0 | noble',
  tomcat: '9 10.1 11 | jdk17 jdk21',
};

const read = new Map<string, ReadonlySet<string>>();

/**
 * All known tags of a repository, named as image tables name it (`dockerName`); empty for other
 * people's.
 */
export function knownTags(name: string): ReadonlySet<string> {
  const before = read.get(name);
  if (before) return before;
  const groups = Object.hasOwn(TABLE, name) ? TABLE[name]!.split(';') : [];
  const tags = groups.flatMap((group) => {
    const [lines = '', variants = ''] = group.split('|').map((words) => words.trim());
    return lines
      .split(' ')
      .flatMap((line) => [line, ...variants.split(' ').flatMap((v) => (v ? [`${line}-${v}`] : []))]);
  });
  const known = new Set(tags);
  read.set(name, known);
  return known;
}

export const taggedImages: readonly string[] = Object.keys(TABLE);
