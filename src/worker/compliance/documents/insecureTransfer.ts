/** Commands and variables that switch the verification of servers off, and downloads of programs over plain http. */
import type { Edit } from '../model/value';
import { once } from '../once';
import { pipelinesOf, type Script } from './script';
import type { ShellCommand, ShellWord } from './shellTypes';
import { commandName } from './shellWrappers';
import { removeWord, replaceWord } from './wordEdits';

export interface InsecureOption {
  /** The words that stand for it, in order and side by side. */
  words: ShellWord[];
  option: string;
  edits: Edit[] | undefined;
}

/** Options that say it alone, per command. */
const OPTIONS: Record<string, RegExp> = {
  curl: /^(--insecure|--proxy-insecure|--ssl-no-revoke|--doh-insecure)$/,
  wget: /^--no-check-certificate$/,
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
  composer: /^--no-secure-http$/,
};
/** Settings that are written for good: `npm config set strict-ssl false`, `git config http.sslVerify false`. */
const SETTINGS: Record<string, RegExp> = {
  npm: /^config set strict-ssl[ =]false$/,
  yarn: /^config set (strict-ssl false|enableStrictSsl false)/,
  pnpm: /^config set strict-ssl[ =]false$/,
  git: /^config (--\w+ )*http\.(\S+\.)?sslVerify (false|0|no)$/i,
  conda: /^config .*ssl_verify (false|no|0)$/i,
  pip: /^config set (\S+\.)?trusted-host /,
  pip3: /^config set (\S+\.)?trusted-host /,
};
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(:\d+)?$/;

export function insecureDownload(script: Script, command: ShellCommand): InsecureOption[] {
  const { words } = command;
  const python = words[1]?.known === '-m' && /^python[\d.]*$/.test(commandName(words[0]) ?? '') && /^pip3?$/.test(words[2]?.known ?? '');
  const name = python ? 'pip' : (commandName(words[0]) ?? '').replace(/^pip\d(\.\d+)?$/, 'pip');
  const rest = words.slice(1);
  const out: InsecureOption[] = [];
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  for (const [i, word] of rest.entries()) {
    if (option?.test(word.resolved)) {
      const key = rest[i - 1];
      const paired = key && /^(-o|-c|--option)$/.test(key.resolved) ? key : undefined;
      out.push({
        words: paired ? [paired, word] : [word],
        option: word.resolved,
        edits: paired ? undefined : removeWord(script, command, word),
      });
    } else if (name === 'curl' && isBundle(rest, i, 'k')) {
      const fewer = word.resolved.replace('k', '');
      const edits = fewer === '-' ? removeWord(script, command, word) : replaceWord(script, command, word, fewer);
      out.push({ words: [word], option: '-k', edits });
    } else if (name === 'pip' && /^--trusted-host(=|$)/.test(word.resolved)) out.push(...trustedHost(script, command, rest, i));
  }
  const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  const said = rest.map((w) => w.resolved).join(' ');
  if (out.length === 0 && setting?.test(said.slice(0, 500))) out.push({ words, option: said, edits: undefined });
  return out;
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
  if (host === undefined || LOOPBACK.test(host)) return [];
  if (joined) return [{ words: [word], option: '--trusted-host', edits: removeWord(script, command, word) }];
  const value = rest[i + 1]!;
  const first = removeWord(script, command, word)?.[0];
  const second = removeWord(script, command, value)?.[0];
  const edits = first && second ? [{ ...first, end: Math.max(first.end, second.end) }] : undefined;
  return [{ words: [word, value], option: '--trusted-host', edits }];
}

/** Whether an environment variable of that name and value does; an unknown value does not. */
export function switchesTlsOff(name: string, value: string | undefined): boolean {
  if (value === undefined) return false;
  const off = /^(0|false|no|off|n|f)$/i.test(value.trim());
  switch (name.toUpperCase()) {
    case 'PYTHONHTTPSVERIFY':
    case 'NODE_TLS_REJECT_UNAUTHORIZED':
      return value.trim() === '0';
    case 'GIT_SSL_NO_VERIFY':
    case 'PIP_TRUSTED_HOST':
      return value.trim() !== '' && !LOOPBACK.test(value.trim());
    case 'NPM_CONFIG_STRICT_SSL':
    case 'YARN_STRICT_SSL':
    case 'YARN_ENABLE_STRICT_SSL':
    case 'CONDA_SSL_VERIFY':
    case 'BUNDLE_SSL_VERIFY_MODE':
      return off;
    case 'GIT_SSL_VERIFY':
      return off;
    case 'CURL_CA_BUNDLE':
    case 'REQUESTS_CA_BUNDLE':
      return value.trim() === '';
    default:
      return false;
  }
}

/** Something that is run or unpacked. */
const PROGRAM = /\.(sh|bash|py|pl|deb|rpm|apk|jar|war|whl|exe|msi|bin|run|AppImage|tar|tgz|tar\.\w+|zip|gz|xz|bz2|zst|so)$/i;
const CHECKS = /^(sha\d+sum|shasum|md5sum|b2sum|openssl|gpg|gpgv|cosign|minisign|signify)$/;
const TAKERS = /^(ba|da|z|k)?sh$|^(tar|bsdtar|unzip|gunzip|apt-key|python\d?|perl|cpio|dpkg|rpm)$/;

const checksSums = once((script: Script) => script.commands.some((c) => CHECKS.test(commandName(c.words[0]) ?? '')));

/** A program fetched over plain http from another machine, with no check of a sum or signature in the same script. */
export function plainDownload(script: Script, command: ShellCommand): { word: ShellWord; host: string } | undefined {
  const name = commandName(command.words[0]) ?? '';
  if (!/^(curl|wget|aria2c|axel)$/.test(name)) return undefined;
  for (const word of command.words.slice(1)) {
    const match = /^http:\/\/(?:[^/@\s]*@)?([^/\s:]+)(?::\d+)?(\/[^?#\s]*)?/i.exec(word.resolved);
    const [, host = '', path = ''] = match ?? [];
    if (!match || LOOPBACK.test(host) || /\ufffc/.test(host)) continue;
    const piped =
      command.after === '|' &&
      pipelinesOf(script)
        .get(command.pipeline)!
        .some((c) => c !== command && TAKERS.test(commandName(c.words[0]) ?? ''));
    if (!piped && !PROGRAM.test(path)) continue;
    if (checksSums(script)) continue;
    return { word, host };
  }
  return undefined;
}
