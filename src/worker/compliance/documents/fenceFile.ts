/** Which file of a deployment a code fence shows, by its names and its text (fact T20). */

/**
 * What tells the files apart that pages show without naming them: by the first line that is no
 * comment, or by lines that all have to be there.
 */
const RECOGNISED: { name: string; first?: RegExp; lines?: readonly RegExp[] }[] = [
  {
    name: 'sshd_config',
    first:
      /^(?:Port|Protocol|PermitRootLogin|PasswordAuthentication|PubkeyAuthentication|KbdInteractiveAuthentication|ChallengeResponseAuthentication|PermitEmptyPasswords|AuthenticationMethods|ClientAlive\w+|MaxAuthTries|LoginGraceTime|AllowUsers|AllowGroups|UsePAM|Match[ \t]+(?:User|Group|Address|all)\b)[ \t]+\S/i,
  },
  {
    name: 'daemon.json',
    first: /^\{/,
    lines: [
      /"(?:log-driver|registry-mirrors|insecure-registries|live-restore|userns-remap|no-new-privileges|userland-proxy|exec-opts|default-ulimits|storage-driver|icc)"[ \t]*:/,
    ],
  },
  { name: 'rules.v4', lines: [/^\*(?:filter|nat|mangle|raw)\r?$/m, /^COMMIT\r?$/m] },
  { name: 'selinux/config', first: /^SELINUX=\w+[ \t]*$/ },
  {
    name: 'logrotate.d/shown',
    first: /^["']?\/[^{}]*\{$/,
    lines: [/^[ \t]*(?:daily|weekly|monthly|yearly|rotate[ \t]+\d+)[ \t]*\r?$/m],
  },
  {
    name: 'jail.local',
    first: /^\[(?:DEFAULT|sshd?)\]$/,
    lines: [/^[ \t]*(?:bantime|maxretry|findtime)[ \t]*=/m],
  },
  { name: 'journald.conf', first: /^\[Journal\]$/ },
  { name: 'shown.service', lines: [/^\[Service\][ \t]*\r?$/m, /^Exec\w+=/m] },
  { name: 'nginx.conf', lines: [/^[ \t]*server[ \t]*\{/m, /^[ \t]*(?:listen|proxy_pass|root)[ \t]+[^;{}\n]+;/m] },
  { name: 'templates/shown.html', first: /^[<{]/, lines: [/<\w/, /\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}/] },
  { name: 'shown.py', lines: [/^(?:from[ \t]+flask\w*[ \t.][^\n]*import[ \t]|import[ \t]+flask\b)/m] },
];
/** Longer ones are no example. */
const MAX_CHARACTERS = 20_000;
const MAX_NAMES = 8;

const NAME = /[\w./~@-]*[./_][\w./~@-]*\w|\bcrontab\b/g;
const ATTRIBUTE = /(?:title|file(?:name)?|name|path)[ \t]*=[ \t]*["']?([^"'\s}]+)/i;
const COMMENT =
  /^\s*(?:#+|\/\/|;|<!--|\{#)[ \t]*(?:file(?:name)?:[ \t]*)?([^\s:]+)[ \t]*(?:-->|#\})?[ \t]*\r?(?:\n|$)/i;

/** The name of the file that a text without one must be; undefined: it may be anything. */
export function recognisedFile(content: string): string | undefined {
  if (content.length > MAX_CHARACTERS) return undefined;
  const start = /^[ \t]*[^\s#;][^\n]*/m.exec(content)?.[0].trim() ?? '';
  return RECOGNISED.find(
    ({ first, lines = [] }) => (first?.test(start) ?? true) && lines.every((line) => line.test(content)),
  )?.name;
}

/**
 * @param info what stands behind the fence's language
 * @param before the last line of text in front of the fence
 * @returns the names that the fence may be of, the likeliest first
 */
export function namesOfFence(info: string, before: string, content: string): string[] {
  const told = [ATTRIBUTE.exec(info)?.[1], /^:(\S+)/.exec(info)?.[1], COMMENT.exec(content.slice(0, 300))?.[1]];
  const spoken = before.slice(-500).match(NAME) ?? [];
  const names = [...told, recognisedFile(content), ...spoken.slice(-MAX_NAMES)];
  return names.filter((name) => name !== undefined);
}
