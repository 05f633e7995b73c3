/** Commands that switch the verification of servers off. */
import type { Script } from '../documents/shell/script';
import type { ShellCommand, ShellWord } from '../documents/shell/shellTypes';
import { removeWord, replaceWord } from '../documents/shell/wordEdits';
import { isLoopback, isOwnAddress } from '../model/loopback';
import type { Edit } from '../model/value';
import { valueIn } from '../valueIn';

export interface InsecureOption {
  /** The words that stand for it, in order and side by side. */
  words: ShellWord[];
  option: string;
  /** What takes it out. */
  edits?: () => Edit[] | undefined;
}

/** Options that say it alone, per command. */
const OPTIONS: Record<string, RegExp> = {
  curl: /^(--insecure|--proxy-insecure|--ssl-no-revoke|--doh-insecure)$/,
  wget: /^--no-check-certificate(=true)?$/,
  aria2c: /^--check-certificate=false$/,
  http: /^--verify=(no|false)$/,
  https: /^--verify=(no|false)$/,
  npm: /^--strict-ssl=false$|^--no-strict-ssl$/,
  yarn: /^--strict-ssl=false$|^--no-strict-ssl$/,
  pnpm: /^--strict-ssl=false$|^--no-strict-ssl$/,
  helm: /^--insecure-skip-tls-verify(=true)?$/,
  kubectl: /^--insecure-skip-tls-verify(=true)?$/,
  apt: /^Acquire::(https::)?Verify-(Peer|Host)=(false|0|no)$/i,
  'apt-get': /^Acquire::(https::)?Verify-(Peer|Host)=(false|0|no)$/i,
  yum: /^--setopt=(\S+\.)?sslverify=(0|false|no)$/i,
  dnf: /^--setopt=(\S+\.)?sslverify=(0|false|no)$/i,
  microdnf: /^--setopt=(\S+\.)?sslverify=(0|false|no)$/i,
  git: /^(http\.)?(\S+\.)?sslVerify=(false|0|no)$/i,
  conda: /^--insecure$/,
  mamba: /^--insecure$/,
  mvn: /^-Dmaven\.wagon\.http\.ssl\.(insecure|allowall)=true$/,
  iwr: /^-SkipCertificateCheck$/i,
  irm: /^-SkipCertificateCheck$/i,
  'Invoke-WebRequest': /^-SkipCertificateCheck$/i,
  'Invoke-RestMethod': /^-SkipCertificateCheck$/i,
};
/**
 * Settings that are written for good: `npm config set strict-ssl false`, `git config http.sslVerify
 * false`.
 */
const SETTINGS: Record<string, RegExp> = {
  npm: /^(config )?set strict-ssl[ =]false( |$)/,
  yarn: /^config set (strict-ssl false|enableStrictSsl false)/,
  pnpm: /^config set strict-ssl[ =]false$/,
  git: /^config (--\w+ )*http\.(\S+\.)?sslVerify (false|0|no)$/i,
  conda: /^config .*ssl_verify (false|no|0)$/i,
  pip: /^config set (\S+\.)?trusted-host /,
  composer: /^config (-\S+ )*(disable-tls (true|1)|secure-http (false|0))$/,
  go: /^env -w .*(GOINSECURE=\S|GOFLAGS=\S*-insecure)/,
  bundle: /^config (set )?(--\w+ )*(ssl_verify_mode 0|BUNDLE_SSL_VERIFY_MODE 0)$/,
  pip3: /^config set (\S+\.)?trusted-host /,
};
const PROGRAMS = new Set([...Object.keys(OPTIONS), ...Object.keys(SETTINGS)]);

/** What the command is called with, by its program; others have no such options. */
function programOf({ name, words }: ShellCommand): string | undefined {
  const program =
    words[1]?.known === '-m' && /^python[\d.]*$/.test(name) && /^pip3?$/.test(words[2]?.known ?? '')
      ? 'pip'
      : name.startsWith('pip')
        ? name.replace(/^pip\d(\.\d+)?$/, 'pip')
        : name;
  return PROGRAMS.has(program) || WRITERS.test(program) ? program : undefined;
}

/** What of a command says it. */
export function insecureOptions(script: Script, command: ShellCommand): InsecureOption[] {
  const name = programOf(command);
  if (name === undefined) return [];
  const { words } = command;
  const rest = words.slice(1);
  const out: InsecureOption[] = [];
  const option = valueIn(OPTIONS, name);
  for (const [i, word] of rest.entries()) {
    if (option?.test(word.resolved)) {
      const key = rest[i - 1];
      const paired = key && /^(-o|-c|--option)$/.test(key.resolved) ? key : undefined;
      out.push({
        words: paired ? [paired, word] : [word],
        option: word.resolved,
        edits: paired ? undefined : () => removeWord(script, command, word),
      });
    } else if (name === 'curl' && isBundle(rest, i, 'k')) {
      const fewer = word.resolved.replace('k', '');
      const edits = () =>
        fewer === '-' ? removeWord(script, command, word) : replaceWord(script, command, word, fewer);
      out.push({ words: [word], option: '-k', edits });
    } else if (name === 'pip' && /^--trusted-host(=|$)/.test(word.resolved))
      out.push(...trustedHost(script, command, rest, i));
  }
  for (const option of writtenOff(command, name)) out.push(option);
  const setting = valueIn(SETTINGS, name);
  if (setting && out.length === 0) {
    const said = rest.map((w) => w.resolved).join(' ');
    if (setting.test(said.slice(0, 500))) out.push({ words, option: said });
  }
  return out.length > 0 && (asksOnlyItself(rest, script.service) || asksOwnProxy(command)) ? [] : out;
}

/** A check of one's own health over a self-made certificate: nobody is on the way. */
function asksOnlyItself(rest: readonly ShellWord[], service: string | undefined): boolean {
  const hosts = rest.flatMap((w) => /^https?:\/\/([^/?#\s]+)/.exec(w.resolved)?.[1] ?? []);
  return hosts.length > 0 && hosts.every((host) => isLoopback(host) || host.replace(/:\d+$/, '') === service);
}

/**
 * Through a proxy on this machine that shows its own certificate: what it does with the server's is
 * its matter.
 */
function asksOwnProxy({ words, assignments }: ShellCommand): boolean {
  const option = words.findIndex((w) => w.known === '-x' || w.known === '--proxy');
  const set = assignments.find(({ name }) => /^(?:https?|all)_proxy$/i.test(name))?.value?.known;
  const proxy = option < 0 ? set : words[option + 1]?.known;
  return proxy !== undefined && isOwnAddress(proxy);
}

/** What writes lines of configuration files, or runs code that it is given. */
const WRITERS = /^(?:echo|printf|node|python[\d.]*)$/;
/** Lines of configuration files that say it. */
const CONFIG_LINE =
  /\bsslverify\s*=\s*(?:0|false|no)\b|Acquire::https::(?:\S+::)?Verify-(?:Peer|Host)["']?\s+["']?(?:false|0|no)\b|\bcheck_certificate\s*=\s*off\b|\bstrict-ssl\s*=\s*false\b|\bsslVerify\s*=\s*false\b|(?:(?<=\\n)|(?<![\w-]))trusted-host\s*=\s*[\w.-]+/i;
const UNVERIFIED_CODE = /\bverify\s*=\s*False\b|\b_create_unverified_context\b|\brejectUnauthorized\s*:\s*false\b/;

/**
 * `echo "sslverify=0" >> /etc/yum.conf`, `echo insecure >> ~/.curlrc`, `python -c "…
 * verify=False"`.
 */
function writtenOff({ words, redirects }: ShellCommand, name: string): InsecureOption[] {
  if (!WRITERS.test(name)) return [];
  const code = name !== 'echo' && name !== 'printf';
  const curl = redirects.some((r) => r.operator.startsWith('>') && /\.curlrc$/.test(r.target?.resolved ?? ''));
  return words.slice(1).flatMap((word, i) => {
    const text = word.resolved.slice(0, 10_000);
    if (code) {
      const found = /^-\w*[ce]$/.test(words[i]!.resolved) ? UNVERIFIED_CODE.exec(text) : null;
      return found ? [{ words: [word], option: found[0] }] : [];
    }
    const found = CONFIG_LINE.exec(text) ?? (curl ? /^(-k|insecure)\b/.exec(text) : null);
    return found && redirects.length > 0 ? [{ words: [word], option: found[0] }] : [];
  });
}

/** Options of curl whose value may stand in the same word: what follows them is no bundle. */
const CURL_VALUED = 'AbCcDdEeFHhKmoPQrTtUuwXxYyz';

/** `-fsSLk` holds `k`; `-Hk` and `-o k` do not. */
function isBundle(rest: readonly ShellWord[], i: number, letter: string): boolean {
  const text = rest[i]!.resolved;
  if (!/^-[A-Za-z0-9#]+$/.test(text)) return false;
  const before = rest[i - 1]?.resolved ?? '';
  if (/^-[A-Za-z0-9#]+$/.test(before) && CURL_VALUED.includes(before.at(-1)!)) return false;
  for (const c of text.slice(1)) {
    if (c === letter) return true;
    if (CURL_VALUED.includes(c)) return false;
  }
  return false;
}

function trustedHost(script: Script, command: ShellCommand, rest: readonly ShellWord[], i: number): InsecureOption[] {
  const word = rest[i]!;
  const joined = word.resolved.includes('=');
  const host = joined ? word.resolved.slice(word.resolved.indexOf('=') + 1) : rest[i + 1]?.resolved;
  if (host === undefined || isLoopback(host)) return [];
  if (joined) return [{ words: [word], option: '--trusted-host', edits: () => removeWord(script, command, word) }];
  const value = rest[i + 1]!;
  const edits = () => {
    const first = removeWord(script, command, word)?.[0];
    const second = removeWord(script, command, value)?.[0];
    return first && second ? [{ ...first, end: Math.max(first.end, second.end) }] : undefined;
  };
  return [{ words: [word, value], option: '--trusted-host', edits }];
}
