/** What an image is there for that lets it reach past its container, as its name tells. */
import type { Container } from './container';
import { referenceOf } from './imageReference';
import type { Value } from './value';

const WATCHES =
  /(?:^|[/_-])(?:node-exporter|cadvisor|netdata|datadog|promtail|fluentd|fluent-bit|filebeat|metricbeat|vector|alloy|telegraf|glances|zabbix-agent2?|dozzle|agent)(?:$|[_-])/;
const FINDS =
  /(?:^|\/)(?:home-?assistant|homebridge|openhab|esphome|plex|pms-docker|scrypted|(?:python-)?matter-server|otbr|shairport-sync|snapserver|avahi)$/;

const CONNECTS =
  /(?:^|[/_-])(?:wireguard|wg-easy|openvpn|gluetun|tailscale|zerotier|netbird|strongswan|ocserv|softether\w*|ipsec|l2tp|nordvpn|vpn)(?:$|[_-])/;
/** Routing, addresses, calls and the watching of lines: of the network itself, not of a port. */
const RUNS =
  /(?:^|[/_-])(?:keepalived|vrrp|dnsmasq|dhcpd?|kea(?:-dhcp[46]?)?|pihole|pi-hole|adguardhome|frr|frrouting|bird2?|quagga|coturn|turnserver|asterisk|freepbx|freeswitch|kamailio|opensips|rtpengine|suricata|zeek|snort3?|ntopng|tcpdump|calico|cilium|flannel|kube-router)(?:$|[_-])/;
/** Access that is encrypted and asks for a key: files and repositories over SSH, ways in, and traps. */
const OVER_SSH =
  /(?:^|[/_-])(?:sftp(?:go)?|gitea|forgejo|gogs|gitlab(?:-[ce]e)?|gitolite|soft-serve|gitbucket|onedev|openssh-server|bastion|jumphost|jumpserver|sshpiperd?|sish|borg(?:backup)?(?:-server)?|cowrie|endlessh|heralding|opencanary|honeypot)(?:$|[_-])/;
/** Files and log lines for other machines, over protocols that ask for little. */
const FOR_MACHINES =
  /(?:^|[/_-])(?:samba|smbd?|nfs(?:-server)?|ftpd?|vsftpd|proftpd|pure-ftpd|tftpd?|tftp-hpa|netboot\w*|rsyncd?|rsync-server|syslog|rsyslogd?|syslog-ng|graylog|logstash|fluentd|fluent-bit|vector|splunk|time-?machine)(?:$|[_-])/;
const TUNNEL = /^\/dev\/net\/tun\b/;

const GUARDS = /(?:^|[/_-])(?:fail2ban|firewall-bouncer)(?:$|[_-])/;

const TRADES = /(?:^|[/_-])(?:qbittorrent|transmission|deluge|rtorrent|aria2)/;

const nameOf = (image: Value | undefined): string => (image && referenceOf(image).path) ?? '';

/** What is built here is told by the service's name. */
const taskOf = ({ image, name }: Container): string => nameOf(image) || (image ? '' : (name ?? ''));

/** Measures the host or collects its logs. */
export const watchesHost = (image: Value | undefined): boolean => WATCHES.test(nameOf(image));

/** Finds the devices of a house by multicast, which no bridge network carries, and by radio. */
export const findsDevices = (image: Value | undefined): boolean => FINDS.test(nameOf(image));

/** Connects networks (a VPN), for which it sets up interfaces and routes. */
export const connectsNetworks = (container: Container): boolean =>
  CONNECTS.test(taskOf(container)) || container.devices.some(({ resolved }) => TUNNEL.test(resolved));

/** Routes, hands out addresses, carries calls or watches a line, which it does as the host. */
export const runsNetwork = (container: Container): boolean =>
  connectsNetworks(container) || RUNS.test(taskOf(container));

const SSH = new Set([22, 23]);
const OF_MACHINES = new Set([20, 21, 69, 135, 137, 138, 139, 445, 514, 873, 2049]);

/**
 * Whether this port of remote control or of files is what the container is there for: `ssh` with a
 * login of its own, `plain` without.
 */
export function servesPort(container: Container, port: number): 'ssh' | 'plain' | undefined {
  if (SSH.has(port) && OVER_SSH.test(taskOf(container))) return 'ssh';
  return OF_MACHINES.has(port) && FOR_MACHINES.test(taskOf(container)) ? 'plain' : undefined;
}

/** Writes rules into the firewall of the host, which it can only from the host's network. */
export const guardsHost = (image: Value | undefined): boolean => GUARDS.test(nameOf(image));

/** Hands files to peers, which are to reach it over TCP and UDP. */
export const tradesWithPeers = (image: Value | undefined): boolean => TRADES.test(nameOf(image));
