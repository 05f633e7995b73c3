/** Where deployment files are found: the globs and words of every search. */

import { type Kind, kindRow, kinds } from './fileKinds';

/** Files that a verdict depends on without being judged themselves. */
const companionGlobs = ['**/{.dockerignore,.gitignore}', '**/*.dockerignore'];

/** The configuration, which is checked for its own sake. */
export const configGlob = '**/.qrcodemaster.{yaml,yml}';

const CONTAINER_WORD =
  /\b(?:docker(?:file)?|containerfile|podman|nerdctl|containerd|dockerd|buildah|skopeo|trivy|cosign|ip6?tables|ufw|firewall-cmd)\b|^[ \t]*services:[ \t]*$/im;

/** What rules on the host judge in commands: who may log in, what is recorded, what runs, uploads. */
const HOST_WORD = new RegExp(
  [
    String.raw`\b(?:setenforce|fail2ban|firewalld|nftables|aa-teardown|auditctl|chcon|semanage|sshd_config|PermitRootLogin|PasswordAuthentication|telnetd|telnet-server|vsftpd|proftpd|pure-ftpd|tftpd|rsh-server|xinetd|gunicorn)\b|\bflask[ \t]+run\b|\bnft[ \t]+(?:-[acefns]|add|insert|flush|list)\b`,
    String.raw`\bSELINUX=|\b(?:selinux|apparmor)=0\b`,
    String.raw`\bnginx(?:\.conf|/(?:conf|sites)[\w-]*[/.])`,
    String.raw`\b(?:logrotate|journald|rsyslog)\.(?:conf|d)\b`,
    String.raw`\b(?:systemctl|service|chkconfig|update-rc\.d|rc-update)\b[^\n]{0,200}\b(?:auditd|rsyslog|syslog-ng|(?:systemd-)?journald|apparmor|telnet|tftp|rsh|rlogin|rexec)\b`,
    String.raw`\bjournalctl\b[^\n]{0,200}--vacuum-time|\bhistory[ \t]+-\w*c`,
    String.raw`(?:(?<!>)>[ \t]*|\b(?:rm|shred|truncate|cp|find)\b[^\n]{0,200}[ \t])\/var\/log\b`,
    String.raw`\b(?:chmod|find)\b[^\n]{0,200}upload`,
    String.raw`\b(?:mysqldump|mariadb-dump|mydumper|pg_dump(?:all)?|pg_basebackup|mongodump|borg|restic|duplicity)\b`,
    String.raw`\b(?:tar|rsync|zip|scp|rclone)\b[^\n]{0,200}back-?up`,
  ].join('|'),
  'i',
);

/**
 * What a web application is made of: its framework, its server, its templates, its settings, what it
 * does with uploads and with its log.
 */
const APPLICATION_WORD = new RegExp(
  [
    String.raw`^[ \t]*(?:from|import)[ \t]+(?:flask|werkzeug|gunicorn|jinja2|markupsafe|waitress)(?![a-zA-Z0-9])`,
    String.raw`^(?:bind|worker_class|accesslog|access_log_format|wsgi_app)[ \t]*=`,
    String.raw`^[ \t]*(?:DEBUG|SECRET_KEY|TESTING|MAX_CONTENT_LENGTH|UPLOAD_FOLDER|PROPAGATE_EXCEPTIONS|(?:SQLALCHEMY|WTF|SESSION_COOKIE|FLASK)_\w+)[ \t]*[:=]`,
    String.raw`\b(?:X-Frame-Options|X-Content-Type-Options|Content-Security-Policy|Strict-Transport-Security|CSRFProtect)\b`,
    String.raw`\b(?:request\.files|app\.(?:run|config)|secure_filename|allowed_file|is_(?:valid|allowed)_(?:image|file)|validate_image|ALLOWED_EXTENSIONS|cv2\.im(?:read|decode)|\w*RotatingFileHandler)\b|\bverify[ \t]*=[ \t]*False\b`,
  ].join('|'),
  'm',
);

/** Kinds with words of their own: in a template a tag, a form, or what is loaded from elsewhere. */
const OWN_WORD: Partial<Record<Kind, RegExp>> = {
  python: APPLICATION_WORD,
  requirements:
    /\b(?:\w+[-_.])?(?:debug[-_.]?tool[-_.]?bar|profiler|pdb\w*|\wdb|debugpy|ptvsd|pydevd|silk|flask|snoop)\b/i,
  jinja: /\{[{%]|<form\b|\b(?:src|href|srcset)\s*=\s*["']?(?:https?:)?\/\//i,
};

/**
 * Whether a text of the kind is a deployment file at all: a README that speaks neither of
 * containers nor of the host they run on is none, nor a program that serves no web page.
 */
export const concernsDeployment = (kind: Kind, text: string): boolean =>
  !kindRow(kind).isHolder || (OWN_WORD[kind]?.test(text) ?? (CONTAINER_WORD.test(text) || HOST_WORD.test(text)));

/** `a{b,c}d` → `abd`, `acd`; braces do not nest. */
export function withoutBraces(glob: string): string[] {
  const [, head, choices, tail] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(glob) ?? [];
  if (choices === undefined) return [glob];
  return choices.split(',').flatMap((choice) => withoutBraces(`${head}${choice}${tail}`));
}

/**
 * Globs without braces whose letters match in either case: editors compare names letter by letter,
 * and `DOCKERFILE` is one, too.
 */
export const patternsOf = (globs: readonly string[]): string[] => [
  ...new Set(
    globs
      .flatMap(withoutBraces)
      .map((glob) => glob.replace(/[a-z]/gi, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`)),
  ),
];

/** Braces within braces are not understood by every reader of globs. */
const oneGlob = (globs: readonly string[]): string =>
  `**/{${patternsOf(globs)
    .map((glob) => glob.replace(/^\*\*\//, ''))
    .join(',')}}`;

/** The names of every kind. */
export const kindGlobs = kinds.flatMap((kind) => kindRow(kind).globs);

const searchedGlobs = [...kindGlobs, configGlob, '**/*.{yml,yaml}'];

/** One glob for a search of all deployment files; any YAML file may be one by its text. */
export const searchedGlob = (): string => oneGlob(searchedGlobs);

/** Folders of other people's files and of what tools wrote: a search does not enter them. */
export const SKIPPED_FOLDERS = [
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'vendor',
  'dist',
  '__pycache__',
];

export const skippedGlob = `**/{${SKIPPED_FOLDERS}}/**`;

/**
 * One glob for everything whose change may change a verdict; any YAML file may be extended or
 * included.
 */
export const watchedGlob = (): string => oneGlob([...searchedGlobs, ...companionGlobs]);

/** Larger files are no deployment files: no host reads them for the linter. */
export const MAX_FILE_MB = 32;
