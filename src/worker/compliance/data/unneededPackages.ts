/**
 * Packages that a shipped image has no use for, by what an intruder would do with them (GB/T
 * 22239-2019 8.1.4.4 a and b).
 */

/** Names as Debian, Alpine, Fedora and openSUSE spell them, gone through on the date. */
export const UNNEEDED_PACKAGES_DATE = '2026-01-15';

export type Unneeded = 'remote' | 'network' | 'privilege' | 'debugger' | 'compiler';

const NAMES: Record<Unneeded, string> = {
  remote:
    'openssh-server openssh ssh dropbear dropbear-bin telnetd inetutils-telnetd telnet-server vsftpd proftpd proftpd-basic pure-ftpd ftpd tftpd tftpd-hpa atftpd rsh-server rsh-redone-server xinetd inetutils-inetd openbsd-inetd busybox-extras tigervnc-server x11vnc vnc4server xrdp',
  privilege: 'sudo doas opendoas',
  network:
    'telnet telnet-client inetutils-telnet ftp tftp tnftp lftp rsh rsh-client nmap nmap-ncat ncat netcat netcat-openbsd netcat-traditional nc tcpdump wireshark tshark socat hping3 masscan sqlmap john hydra ettercap-text-only dsniff mitmproxy ngrep arp-scan',
  debugger: 'gdb gdbserver strace ltrace lldb perf linux-perf valgrind bpftrace',
  compiler:
    'gcc g++ cpp clang build-essential build-base alpine-sdk base-devel make cmake gcc-c++ musl-dev libc6-dev glibc-devel autoconf automake libtool rustc cargo golang golang-go gfortran nasm bison flex ninja-build meson',
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as Unneeded])),
);

/** `gcc-12`, `openssh-server=1:9.2`, `gdb@edge`, `nmap:amd64` count as their packages. */
export function unneededPackage(written: string): Unneeded | undefined {
  const name = written.toLowerCase().replace(/[=<>~@:].*$/s, '');
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(/-\d+(\.\d+)*$/, ''));
}
