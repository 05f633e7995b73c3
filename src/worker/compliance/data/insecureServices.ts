/** Services that send passwords or commands in clear text, by what they are called. */

/** What such a program is: remote shells, file transfer, and the server that starts them. */
type InsecureService = 'telnet' | 'ftp' | 'rsh' | 'tftp' | 'xinetd' | 'nis';

/** Units of systemd and SysV, packages of Debian and Red Hat, names of images; in small letters. */
const SERVERS: Record<string, InsecureService> = {
  ...named('telnet', 'telnet telnetd inetutils-telnetd telnet-server busybox-telnetd telnetd-ssl'),
  ...named(
    'ftp',
    'vsftpd proftpd proftpd-core proftpd-basic pure-ftpd pureftpd ftpd inetutils-ftpd wu-ftpd ftp-server',
  ),
  ...named('rsh', 'rsh rlogin rexec rsh-server rsh-redone-server rshd rlogind rexecd'),
  ...named('tftp', 'tftp tftpd tftpd-hpa atftpd tftp-server'),
  ...named('xinetd', 'xinetd inetd openbsd-inetd inetutils-inetd rinetd'),
  ...named('nis', 'ypserv'),
};

/** Packages that only connect to such servers. */
const CLIENTS = new Set([
  'telnet',
  'ftp',
  'rsh',
  'rsh-client',
  'tftp',
  'tftp-hpa',
  'inetutils-telnet',
  'inetutils-ftp',
  'lftp',
  'ncftp',
]);

function named(service: InsecureService, list: string): Record<string, InsecureService> {
  return Object.fromEntries(list.split(' ').map((name) => [name, service]));
}

/** By the name of a unit or an image. */
export const insecureService = (name: string): InsecureService | undefined =>
  Object.hasOwn(SERVERS, name.toLowerCase()) ? SERVERS[name.toLowerCase()] : undefined;

/** By the name of a package: what `telnet` is in a package is the client. */
export const insecurePackage = (name: string): 'server' | 'client' | undefined =>
  CLIENTS.has(name) ? 'client' : insecureService(name) ? 'server' : undefined;
