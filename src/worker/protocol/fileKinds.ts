/**
 * The kinds of deployment files: names, editor languages and what they are for; the one list that
 * linter, extension and package.json share.
 */
import type { FileKindRow } from './fileKindRow';

export const fileKinds = {
  dockerfile: {
    title: 'Dockerfile',
    describes: 'image',
    globs: [
      '**/{Dockerfile,Containerfile}',
      '**/{Dockerfile,Containerfile}{.,-}*',
      '**/*.{Dockerfile,dockerfile,Containerfile}',
    ],
    languages: ['dockerfile'],
    isSettledByLanguage: true,
  },
  compose: {
    title: 'Compose',
    describes: 'service',
    globs: [
      '**/{compose,docker-compose}.{yml,yaml}',
      '**/{compose,docker-compose}{.,-}*.{yml,yaml}',
      '**/*{.,-}compose.{yml,yaml}',
      '**/{compose,docker-compose}{.yml,.yaml,.*.yml,.*.yaml}.j2',
    ],
    languages: ['dockercompose'],
    isSettledByLanguage: true,
  },
  env: {
    title: '.env',
    describes: 'host',
    globs: ['**/.env', '**/.env.*', '**/*.env', '**/.flaskenv'],
    languages: ['dotenv'],
    isKeptFromGit: true,
  },
  ci: {
    title: 'CI',
    describes: 'pipeline',
    globs: [
      '**/.github/{workflows,actions}/**/*.{yml,yaml}',
      '**/.gitlab-ci*.{yml,yaml}',
      '**/{bitbucket,azure}-pipelines.{yml,yaml}',
      '**/.circleci/config.{yml,yaml}',
      '**/.{drone,woodpecker}.{yml,yaml}',
      '**/.woodpecker/**/*.{yml,yaml}',
    ],
    isPipeline: true,
  },
  crontab: {
    title: 'crontab',
    describes: 'host',
    globs: ['**/crontab', '**/*.crontab', '**/crontab.j2', '**/cron.d/*'],
    languages: ['crontab'],
  },
  shell: {
    title: 'Shell',
    describes: 'host',
    globs: ['**/*.{sh,bash,zsh,ksh,ps1,bat,cmd}', '**/*.sh.j2'],
    languages: ['shellscript', 'powershell', 'bat'],
    isHolder: true,
  },
  makefile: {
    title: 'Makefile',
    describes: 'pipeline',
    globs: ['**/{Makefile,makefile,GNUmakefile}', '**/*.mk'],
    languages: ['makefile'],
    isHolder: true,
  },
  jenkins: {
    title: 'Jenkinsfile',
    describes: 'pipeline',
    globs: ['**/Jenkinsfile', '**/Jenkinsfile{.,-}*', '**/*.jenkinsfile'],
    languages: ['jenkinsfile'],
    isPipeline: true,
  },
  systemd: {
    title: 'systemd',
    describes: 'host',
    globs: ['**/*.{service,timer,path,socket}{,.j2}', '**/*.{service,timer,path,socket}.d/*.conf'],
    isHolder: true,
  },
  daemon: {
    title: 'daemon.json',
    describes: 'host',
    globs: ['**/daemon.json{,.j2}', '**/{default,sysconfig}/docker{,.j2}'],
  },
  sshd: { title: 'sshd_config', describes: 'host', globs: ['**/sshd_config{,.j2}', '**/sshd_config.d/*.conf{,.j2}'] },
  selinux: { title: 'SELinux', describes: 'host', globs: ['**/selinux/config', '**/sysconfig/selinux'] },
  iptables: {
    title: 'iptables',
    describes: 'boundary',
    globs: [
      '**/rules.{v4,v6}{,.j2}',
      '**/{iptables,ip6tables}.{rules,save,conf}',
      '**/{iptables,ip6tables}-{rules,save}',
      '**/*.{iptables,ip6tables}',
      '**/sysconfig/{iptables,ip6tables}',
      '**/iptables/*.rules',
      '**/ufw/*.rules',
    ],
  },
  nftables: {
    title: 'nftables',
    describes: 'boundary',
    globs: ['**/*.nft', '**/nftables.conf{,.j2}', '**/nftables/*.conf', '**/nftables.d/*.conf'],
  },
  fail2ban: {
    title: 'fail2ban',
    describes: 'host',
    globs: ['**/jail.{local,conf}{,.j2}', '**/jail.d/*.{conf,local}{,.j2}'],
  },
  firewalld: {
    title: 'firewalld',
    describes: 'boundary',
    globs: ['**/firewalld/policies/*.xml', '**/firewalld/*-zone.xml', '**/zones/*.xml', '**/direct.xml'],
  },
  logrotate: {
    title: 'logrotate',
    describes: 'host',
    globs: [
      '**/logrotate',
      '**/logrotate{.,-,_}*',
      '**/*{.,-,_}logrotate',
      '**/*logrotate.conf',
      '**/logrotate/*.conf',
      '**/logrotate.d/*',
    ],
    isOfPackages: true,
  },
  journald: {
    title: 'journald.conf',
    describes: 'host',
    globs: ['**/journald.conf{,.j2}', '**/journald@*.conf', '**/journald.conf.d/*.conf'],
    isOfPackages: true,
  },
  requirements: {
    title: 'requirements.txt',
    describes: 'application',
    globs: [
      '**/requirements*.{txt,in}',
      '**/*{-,_}requirements.{txt,in}',
      '**/requirements/*.{txt,in}',
      '**/{pyproject.toml,Pipfile,setup.cfg}',
    ],
    languages: ['pip-requirements'],
    isHolder: true,
  },
  jinja: {
    title: 'Jinja',
    describes: 'application',
    globs: ['**/templates/**/*.{html,htm,xhtml,svg,jinja,jinja2,j2}'],
    languages: ['jinja-html', 'jinja'],
    isHolder: true,
  },
  python: {
    title: 'Python',
    describes: 'application',
    globs: ['**/*.py'],
    languages: ['python'],
    isHolder: true,
    isApplication: true,
  },
  rsyslog: {
    title: 'rsyslog',
    describes: 'host',
    globs: [
      '**/rsyslog.conf{,.j2}',
      '**/rsyslog{-,_}*.conf',
      '**/*{-,_}rsyslog.conf',
      '**/rsyslog/*.conf',
      '**/rsyslog.d/*.conf',
    ],
    isOfPackages: true,
  },
  logStore: {
    title: 'Loki, Elasticsearch ILM',
    describes: 'logStore',
    globs: [
      '**/loki.{yml,yaml}',
      '**/loki{-,_}config*.{yml,yaml}',
      '**/*{-,_}loki.{yml,yaml}',
      '**/*{-,_}ilm{-,_}*.json',
      '**/*{-,_}ilm.json',
      '**/ilm*.json',
    ],
  },
  logAgent: {
    title: 'Promtail, Alloy, Filebeat, Fluent Bit, Vector',
    describes: 'logStore',
    globs: [
      '**/*.alloy',
      '**/vector.{yml,yaml}',
      '**/{promtail,filebeat,fluent-bit,fluentbit}.{yml,yaml,conf}',
      '**/{promtail,filebeat,fluent-bit,fluentbit}{-,_}config*.{yml,yaml,conf}',
      '**/*{-,_}{promtail,filebeat,fluent-bit,fluentbit}.{yml,yaml,conf}',
    ],
  },
  tmpfiles: { title: 'tmpfiles.d', describes: 'host', globs: ['**/tmpfiles.d/*.conf'], isOfPackages: true },
  markdown: {
    title: 'Markdown',
    describes: 'host',
    globs: ['**/*.{md,markdown}'],
    languages: ['markdown'],
    isHolder: true,
    isDocumentation: true,
  },
  caddy: {
    title: 'Caddyfile',
    describes: 'proxy',
    globs: ['**/Caddyfile', '**/Caddyfile.*', '**/*.caddyfile'],
    languages: ['caddyfile'],
  },
  traefik: {
    title: 'Traefik',
    describes: 'proxy',
    globs: [
      '**/traefik{,.*,-*,_*}.{yml,yaml,toml}',
      '**/*{.,-,_}traefik.{yml,yaml,toml}',
      '**/traefik/**/*.{yml,yaml,toml}',
    ],
  },
  // What was read in a picture, in words: only who decodes pictures writes such a document.
  // It is nothing that runs: what is found in it stands by itself.
  picture: { title: 'QR Code', describes: 'service', globs: [], hasNoLines: true },
  // The last of all: `.conf` is anybody's, and the text decides.
  nginx: {
    title: 'nginx',
    describes: 'proxy',
    globs: [
      '**/nginx.conf',
      '**/*.{conf,nginx,vhost}',
      '**/*.{conf,nginx,vhost}.{template,tmpl,tpl,j2}',
      '**/sites-{available,enabled}/*',
      '**/nginx/snippets/*',
    ],
    languages: ['nginx'],
  },
} as const satisfies Record<string, FileKindRow>;

export type Kind = keyof typeof fileKinds;

/** In the order in which a name is looked for. */
export const kinds = Object.keys(fileKinds) as Kind[];

/** The row of a kind, with what it leaves out. */
export const kindRow = (kind: Kind): FileKindRow => fileKinds[kind];
