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
const TUNNEL = /^\/dev\/net\/tun\b/;

const GUARDS = /(?:^|[/_-])(?:fail2ban|firewall-bouncer)(?:$|[_-])/;

const TRADES = /(?:^|[/_-])(?:qbittorrent|transmission|deluge|rtorrent|aria2)/;

const nameOf = (image: Value | undefined): string => (image && referenceOf(image).path) ?? '';

/** Measures the host or collects its logs. */
export const watchesHost = (image: Value | undefined): boolean => WATCHES.test(nameOf(image));

/** Finds the devices of a house by multicast, which no bridge network carries, and by radio. */
export const findsDevices = (image: Value | undefined): boolean => FINDS.test(nameOf(image));

/** Connects networks (a VPN), for which it sets up interfaces and routes. */
export const connectsNetworks = ({ image, devices }: Container): boolean =>
  CONNECTS.test(nameOf(image)) || devices.some(({ resolved }) => TUNNEL.test(resolved));

/** Writes rules into the firewall of the host, which it can only from the host's network. */
export const guardsHost = (image: Value | undefined): boolean => GUARDS.test(nameOf(image));

/** Hands files to peers, which are to reach it over TCP and UDP. */
export const tradesWithPeers = (image: Value | undefined): boolean => TRADES.test(nameOf(image));
