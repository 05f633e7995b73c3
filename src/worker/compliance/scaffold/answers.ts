/**
 * What may stand in the files: every check leaves only characters that mean nothing to YAML, shells,
 * nginx, systemd, sshd or rsyslog, so that nothing has to be escaped.
 */
import { isLoopback } from '../model/loopback';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const PORT = /^[1-9]\d{0,4}$/;

export const isName = (value: string): boolean =>
  /^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(value) && !value.includes('--');

export const isWhole = (value: string, min: number, max: number): boolean =>
  /^[1-9]\d{0,5}$/.test(value) && Number(value) >= min && Number(value) <= max;

/** Of letters: a last part of digits alone would be an address. */
export const isHostName = (value: string): boolean =>
  value.length <= 253 && HOST.test(value) && /[a-z]/.test(value.slice(value.lastIndexOf('.') + 1));

const octets = (value: string): number[] | undefined => {
  const parts = value.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
    ? parts.map(Number)
    : undefined;
};

/** Of one host in IPv4: neither every address nor one for many. */
export function isAddress(value: string): boolean {
  const [first] = octets(value) ?? [];
  return first !== undefined && first > 0 && first < 224;
}

/** RFC 4632: no bit stands behind the prefix. */
export function isNetwork(value: string): boolean {
  const [address = '', prefix, ...more] = value.split('/');
  if (more.length > 0 || !isAddress(address)) return false;
  if (prefix === undefined) return true;
  if (!isWhole(prefix, 16, 32)) return false;
  const bits = octets(address)!.reduce((sum, octet) => sum * 256 + octet, 0);
  return bits % 2 ** (32 - Number(prefix)) === 0;
}

/** Another machine: what is kept on this one goes with it. */
export const isOtherHost = (value: string): boolean => (isHostName(value) || isAddress(value)) && !isLoopback(value);

/** A name without dot or port would be a folder of Docker Hub. */
export function isRegistry(value: string): boolean {
  const [hostAndPort = '', ...folders] = value.split('/');
  const [host = '', port, ...more] = hostAndPort.split(':');
  return (
    value.length <= 200 &&
    more.length === 0 &&
    (isHostName(host) || isAddress(host)) &&
    (port === undefined ? host.includes('.') : PORT.test(port) && Number(port) <= 65_535) &&
    folders.every((folder) => /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(folder))
  );
}

/** A tag that says which version it is. */
export const isTag = (value: string): boolean => /^v?\d+(?:\.\d+){1,3}(?:-[a-z0-9]+(?:\.[a-z0-9]+)*)?$/.test(value);

/** Not a folder of the system, and not the whole of a disk. */
export const isFolder = (value: string): boolean =>
  value.length <= 200 && /^\/(?:srv|data|mnt)(?:\/[a-zA-Z0-9][a-zA-Z0-9._-]*)+$/.test(value);

export const isRepository = (value: string): boolean => {
  const [, host, folder] =
    /^sftp:[a-z_][a-z0-9_-]{0,31}@([^:/]+):(\/.*)$/.exec(value) ??
    /^(?:rest|s3):https:\/\/([^/]+)(\/.*)$/.exec(value) ??
    [];
  const [name = '', port, ...more] = (host ?? '').split(':');
  return (
    value.length <= 300 &&
    more.length === 0 &&
    isOtherHost(name) &&
    (port === undefined || (PORT.test(port) && Number(port) <= 65_535)) &&
    /^(?:\/[a-zA-Z0-9][a-zA-Z0-9._-]*)+\/?$/.test(folder ?? '')
  );
};

/** Or none. */
export const isDigest = (value: string): boolean => value === '' || /^sha256:[0-9a-f]{64}$/.test(value);
