/** What kind of place a host is. `host` is a URL's `hostname`: lower case, IPv4 as four numbers. */

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

export const isAddress = (host: string): boolean => IPV4.test(host) || host.startsWith('[');

/** Of the own computer or network: RFC 1918, 3927, 4193, 4291, 6598, 6761, 6762. */
export function isLocal(host: string): boolean {
  if (host.startsWith('[')) return /^\[(?:::1\]|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/.test(host);
  if (!IPV4.test(host)) return !host.includes('.') || /\.(?:local|localhost|lan|internal|home\.arpa)\.?$/.test(host);
  const [a, b] = host.split('.').map(Number) as [number, number];
  return (
    a === 10 ||
    a === 127 ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 100 && b >= 64 && b < 128)
  );
}

/**
 * What stands for the host in an address as it is written: without user information and port.
 */
export function writtenHost(text: string): string {
  const [, authority = ''] = /^\s*[a-z][a-z\d+.-]*:[\\/]*([^\\/?#]*)/i.exec(text) ?? [];
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase();
}
