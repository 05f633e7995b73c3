/** When lines of well-known images lose their security support. */
import { knownTags } from './imageTags';

/**
 * When the table was last gone through. Debian and Ubuntu are checked against Debian's
 * distro-info-data 0.58 (end of LTS; end of standard support); the others are what each project has
 * announced, compared with endoflife.date where its page was at hand.
 */
export const END_OF_LIFE_DATE = '2026-02-28';

/**
 * `names=date`, oldest first; names of one line with `/`, the first is how its tags begin; `*`:
 * every tag.
 */
const DEBIAN =
  '7/wheezy=2018-05-31 8/jessie=2020-06-30 9/stretch=2022-06-30 10/buster=2024-06-30 11/bullseye=2026-08-31 12/bookworm=2028-06-30 13/trixie=2030-06-30';
const UBUNTU =
  '12.04/precise=2017-04-28 14.04/trusty=2019-04-25 16.04/xenial=2021-04-30 17.10/artful=2018-07-19 18.04/bionic=2023-05-31 18.10/cosmic=2019-07-18 19.04/disco=2020-01-23 19.10/eoan=2020-07-17 20.04/focal=2025-05-29 20.10/groovy=2021-07-22 21.04/hirsute=2022-01-20 21.10/impish=2022-07-14 22.04/jammy=2027-06-01 22.10/kinetic=2023-07-20 23.04/lunar=2024-01-25 23.10/mantic=2024-07-11 24.04/noble=2029-05-31 24.10/oracular=2025-07-10 25.04/plucky=2026-01-15 25.10/questing=2026-07-09 26.04/resolute=2031-05-29';
const ALPINE =
  '3.8=2020-05-01 3.9=2020-11-01 3.10=2021-05-01 3.11=2021-11-01 3.12=2022-05-01 3.13=2022-11-01 3.14=2023-05-01 3.15=2023-11-01 3.16=2024-05-23 3.17=2024-11-22 3.18=2025-05-09 3.19=2025-11-01 3.20=2026-04-01 3.21=2026-11-01 3.22=2027-05-01 3.23=2027-11-01';
const PYTHON =
  '2/2.7=2020-01-01 3.5=2020-09-13 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07 3.9=2025-10-31 3.10=2026-10-31 3.11=2027-10-31 3.12=2028-10-31 3.13=2029-10-31 3.14=2030-10-31';
const NODE =
  '8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-30 12=2022-04-30 13=2020-06-01 14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01 22=2027-04-30 23=2025-06-01 24=2028-04-30 25=2026-06-01 26=2029-04-30';
const JAVA =
  '8=2030-12-31 9=2018-03-20 10=2018-09-25 11=2027-10-31 12=2019-09-17 13=2020-03-17 14=2020-09-16 15=2021-03-16 16=2021-09-14 17=2027-10-31 18=2022-09-20 19=2023-03-21 20=2023-09-19 21=2029-12-31 22=2024-09-17 23=2025-03-18 24=2025-09-16 25=2031-09-30';
const DOTNET =
  '2.1=2021-08-21 2.2=2019-12-23 3.0=2020-03-03 3.1=2022-12-13 5.0=2022-05-10 6.0=2024-11-12 7.0=2024-05-14 8.0=2026-11-10 9.0=2026-11-10 10.0=2028-11-14';
const NGINX =
  '1.14=2019-04-23 1.16=2020-04-20 1.17=2020-04-21 1.18=2021-04-20 1.19=2021-05-25 1.20=2022-05-24 1.21=2022-06-21 1.22=2023-04-11 1.23=2023-05-23 1.24=2024-04-23 1.25=2024-05-29 1.26=2025-04-23 1.27=2025-06-24 1.28=9999-12-31 1.29=9999-12-31';
const ELASTIC = '5=2019-03-11 6=2022-02-10 7=2026-01-15 8=2027-07-15 9=9999-12-31';

/** Image → its lines. `9999-12-31`: supported, the end is not announced. */
const TABLE: Record<string, string> = {
  debian: DEBIAN,
  'buildpack-deps': DEBIAN,
  ubuntu: UBUNTU,
  alpine: ALPINE,
  python: PYTHON,
  node: NODE,
  golang:
    '1.13=2020-08-11 1.14=2021-02-16 1.15=2021-08-16 1.16=2022-03-15 1.17=2022-08-02 1.18=2023-02-01 1.19=2023-08-08 1.20=2024-02-06 1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12 1.24=2026-02-10 1.25=9999-12-31 1.26=9999-12-31',
  php: '5/5.6=2018-12-31 7.0=2019-01-10 7.1=2019-12-01 7.2=2020-11-30 7.3=2021-12-06 7/7.4=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31 8.3=2027-12-31 8.4=2028-12-31 8.5=2029-12-31',
  ruby: '2.3=2019-03-31 2.4=2020-03-31 2.5=2021-03-31 2.6=2022-03-31 2/2.7=2023-03-31 3.0=2024-04-23 3.1=2025-03-31 3.2=2026-03-31 3.3=2027-03-31 3.4=2028-03-31 4.0=2029-03-31',
  openjdk: '*=2022-07-31',
  'eclipse-temurin': JAVA,
  amazoncorretto: JAVA,
  adoptopenjdk: '*=2021-08-01',
  java: '*=2016-12-31',
  'mcr.microsoft.com/dotnet/aspnet': DOTNET,
  'mcr.microsoft.com/dotnet/runtime': DOTNET,
  'mcr.microsoft.com/dotnet/runtime-deps': DOTNET,
  'mcr.microsoft.com/dotnet/sdk': DOTNET,
  centos: '*=2024-06-30',
  'quay.io/centos/centos': 'stream8=2024-05-31 stream9=2027-05-31 stream10=2030-01-01',
  fedora:
    '34=2022-06-07 35=2022-12-13 36=2023-05-16 37=2023-12-05 38=2024-05-21 39=2024-11-26 40=2025-05-13 41=2025-12-15 42=2026-05-13 43=2026-12-02 44=2027-06-02',
  rockylinux: '8=2029-05-31 9=2032-05-31',
  almalinux: '8=2029-03-01 9=2032-05-31 10=2035-05-31',
  amazonlinux: '1/2018.03=2023-12-31 2=2026-06-30 2023=2029-06-30',
  'opensuse/leap': '15.3=2022-12-31 15.4=2023-12-07 15.5=2024-12-31 15.6=2026-04-30 16.0=2027-10-31',
  'openeuler/openeuler':
    '20.03=2024-04-30 20.09=2021-03-31 21.03=2021-09-30 21.09=2022-03-31 22.03=2026-03-31 22.09=2023-03-31 23.03=2023-09-30 23.09=2024-03-31 24.03=2028-05-31',
  nginx: NGINX,
  'nginxinc/nginx-unprivileged': NGINX,
  httpd: '2.2=2017-12-31 2.4=9999-12-31',
  traefik: '1=2021-12-31 2=2026-02-01 3=9999-12-31',
  postgres:
    '9.3=2018-11-08 9.4=2020-02-13 9.5=2021-02-11 9/9.6=2021-11-11 10=2022-11-10 11=2023-11-09 12=2024-11-14 13=2025-11-13 14=2026-11-12 15=2027-11-11 16=2028-11-09 17=2029-11-08 18=2030-11-14',
  mysql:
    '5.5=2018-12-31 5.6=2021-02-28 5/5.7=2023-10-31 8.0=2026-04-30 8.1=2023-10-25 8.2=2023-12-14 8.3=2024-04-10 8.4=2032-04-30 9.0=2024-10-15 9.1=2025-01-21 9.2=2025-04-15 9.3=2025-07-22 9.4=2025-10-21 9.5=2026-01-20 9.6=2026-04-21 9.7=9999-12-31',
  mariadb:
    '5.5=2020-04-11 10.0=2019-03-31 10.1=2020-10-17 10.2=2022-05-23 10.3=2023-05-25 10.4=2024-06-18 10.5=2025-06-24 10.6=2026-07-06 10.7=2023-02-14 10.8=2023-05-20 10.9=2023-08-22 10.10=2023-11-17 10.11=2028-02-16 11.4=2029-05-29 11.8=2028-06-04',
  redis:
    '3=2018-10-17 4=2020-04-30 5=2022-04-27 6.0=2022-05-31 6.2=9999-12-31 7.0=2024-07-29 7.2=9999-12-31 7.4=9999-12-31 8.0=2026-02-11 8.2=9999-12-31 8.4=9999-12-31',
  mongo:
    '3.6=2021-04-30 4.0=2022-04-30 4.2=2023-04-30 4.4=2024-02-29 5.0=2024-10-31 6.0=2025-07-31 7.0=2027-08-31 8.0=2029-10-31',
  elasticsearch: ELASTIC,
  kibana: ELASTIC,
  logstash: ELASTIC,
  'docker.elastic.co/elasticsearch/elasticsearch': ELASTIC,
  'docker.elastic.co/kibana/kibana': ELASTIC,
  tomcat:
    '6=2016-12-31 7=2021-03-31 8.0=2018-06-30 8/8.5=2024-03-31 9=2027-03-31 10.0=2022-10-31 10.1=9999-12-31 11=9999-12-31',
  rabbitmq:
    '3.6=2018-05-31 3.7=2020-09-30 3.8=2022-07-31 3.9=2023-01-31 3.10=2023-07-31 3.11=2023-12-31 3.12=2024-06-30',
};

interface Cycle {
  names: string[];
  end: string;
}

const parsed = new Map<string, Cycle[]>();

function cyclesOf(image: string): Cycle[] {
  if (!Object.hasOwn(TABLE, image)) return [];
  const known = parsed.get(image);
  if (known) return known;
  const cycles = TABLE[image]!.split(' ').map((entry) => {
    const [names = '', end = ''] = entry.split('=');
    return { names: names.split('/'), end };
  });
  parsed.set(image, cycles);
  return cycles;
}

/** The first cycle that has the version by name, or by the front of its number. */
function matching(cycles: readonly Cycle[], version: string): Cycle | undefined {
  for (const cycle of cycles) {
    for (const name of cycle.names) {
      if (name === version || name === '*') return cycle;
      const isFront = version.length > name.length && version[name.length] === '.' && version.startsWith(name);
      if (isFront && /^\d/.test(name) && !isShort(name, cycle)) return cycle;
    }
  }
  return undefined;
}

/** `2` of `2/2.7` is how the newest of a major version is called; `2.6` is another line. */
const isShort = (name: string, { names }: Cycle): boolean =>
  names.some((other) => other !== name && other.startsWith(`${name}.`));

export interface EndOfLife {
  /** What has ended: the image's own line, or the distribution in its tag. */
  part: 'image' | 'variant';
  /** `python 3.9`, `debian buster`. */
  line: string;
  end: string;
  /** The tag of the next supported line, same variant; undefined where none is known to exist. */
  next: string | undefined;
}

/**
 * The tag of the newest supported line in a variant (`slim`, empty for none) that is known to
 * exist; undefined when there is none.
 */
export function newestTag(name: string, variant: string, today: string): string | undefined {
  const open = cyclesOf(name).filter((c) => c.end > today && !isOdd(name, c));
  const tags = open
    .flatMap(({ names }) => names.filter((n) => /^\d/.test(n) || names.length === 1))
    .map((line) => joined(line, variant));
  return tags.findLast((tag) => knownTags(name).has(tag));
}

const joined = (...words: string[]): string => words.filter((word) => word !== '').join('-');

/**
 * What of `name:tag` is past its support on a day (ISO date); undefined when nothing or not known.
 */
export function endOfLife(name: string, tag: string, today: string): EndOfLife | undefined {
  const cycles = cyclesOf(name);
  const [first = '', ...variant] = tag.toLowerCase().split('-');
  const version = first.replace(/^v(?=\d)/, '').replace(/^centos(?=\d)/, '');
  const cycle = /(^|-)ea(-|$)/.test(tag) ? undefined : matching(cycles, version);
  const systems = variant.map((word) => systemOf(word, today));
  /** Without what has ended: what names its current line stays, else the default one is taken. */
  const renewed = joined(...variant.map((word, i) => systems[i]?.base ?? word).filter((word) => !/^\d{8}$/.test(word)));
  const plain = joined(...variant.filter((word, i) => systems[i] === undefined && !/^\d{8}$/.test(word)));
  const known = (line: string) => [joined(line, renewed), joined(line, plain)].find((t) => knownTags(name).has(t));
  if (cycle && cycle.end < today) {
    const kind = /^\d/.test(version) ? /^\d/ : /^\D/;
    const later = cycles.slice(cycles.indexOf(cycle) + 1).filter((c) => c.end > today && !isOdd(name, c));
    const lines = later
      .flatMap(({ names }) => names.filter((n) => kind.test(n)))
      .map((line) => (tag.startsWith('v') ? `v${line}` : line));
    const next = lines.map(known).find((found) => found !== undefined);
    return { part: 'image', line: `${name} ${cycle.names[0] === '*' ? tag : version}`, end: cycle.end, next };
  }
  const old = systems.find((s) => s !== undefined);
  return old && { part: 'variant', line: old.line, end: old.end, next: known(first) };
}

/** Lines between the long-term or stable ones: not to be proposed. */
function isOdd(name: string, { names }: Cycle): boolean {
  const first = names[0]!;
  if (name === 'node') return Number(first) % 2 === 1;
  if (name.includes('nginx')) return Number(first.split('.')[1]) % 2 === 1;
  return name === 'ubuntu' && !/^\d[02468]\.04$/.test(first);
}

/**
 * The ended distribution that a word of a tag names: `buster`, `alpine3.16`, `focal`; `base` is
 * what names its current line.
 */
function systemOf(word: string, today: string): { line: string; end: string; base: string } | undefined {
  const alpine = /^alpine(\d+\.\d+)/.exec(word)?.[1];
  const [system, version, base] = alpine ? ['alpine', alpine, 'alpine'] : ['', word, ''];
  for (const name of system ? [system] : ['debian', 'ubuntu']) {
    const cycle = !system && /^\d/.test(version) ? undefined : matching(cyclesOf(name), version);
    if (cycle && cycle.end < today) return { line: `${name} ${version}`, end: cycle.end, base };
  }
  return undefined;
}
