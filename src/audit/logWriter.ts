/** Who writes into the log: user, machine, where the session comes from, program, set of rules. */
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { version } from '../../package.json';
import type { Writer } from './entry';

/** Given by the build; missing where the sources run as they are. */
declare const RULE_SET: string;

/** An address as SSH writes it: IPv4, or IPv6 with the name of an interface. */
const ADDRESS = /^[0-9a-f.:]{3,45}(?:%[\w.-]{1,32})?$/i;

/** @param remote what VS Code calls the kind of a remote host; undefined: none */
export function logWriter(
  app: Writer['app'],
  env: Readonly<Record<string, string | undefined>>,
  remote?: string,
): Writer {
  return {
    user: userName(env),
    host: hostname(),
    ...origin(app, env, remote),
    app,
    version,
    rules: typeof RULE_SET === 'string' ? RULE_SET : '',
  };
}

/**
 * SSH tells a session's programs where it comes from. A remote editor's server keeps what the
 * session had that started it; other remotes tell nothing.
 */
function origin(app: Writer['app'], env: Readonly<Record<string, string | undefined>>, remote: string | undefined) {
  const [address = ''] = (env.SSH_CONNECTION || env.SSH_CLIENT || '').split(' ');
  const via = remote ?? (address === '' ? (app === 'cli' ? 'terminal' : 'editor') : 'ssh');
  if (ADDRESS.test(address)) return { source: address, via };
  return { source: address === '' && remote === undefined ? 'local' : 'unknown', via };
}

/**
 * By the machine's own list of users: the call of the C library may ask a directory server, through a
 * socket. Whoever is not in it has the name that the session gives, and always the number: a name of
 * the environment proves nothing, and in a container there may be none.
 */
function userName(env: Readonly<Record<string, string | undefined>>): string {
  const uid = process.getuid?.();
  if (uid === undefined) return userInfo().username;
  const named = localUsers().find(([, , id]) => id === String(uid))?.[0];
  return named ?? [env.LOGNAME || env.USER || '', `uid ${uid}`].filter(Boolean).join(', ');
}

function localUsers(): string[][] {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return lines.map((line) => line.split(':'));
  } catch {
    return [];
  }
}
