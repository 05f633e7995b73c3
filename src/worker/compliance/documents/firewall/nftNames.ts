/** The names of nftables' hooks and families in words of the model (nft(8)). */
import type { FirewallStep, Hook } from './firewall';

export const HOOKS: Readonly<Record<string, Hook>> = {
  input: 'input',
  forward: 'forward',
  output: 'output',
  prerouting: 'prerouting',
  ingress: 'prerouting',
};
/** Undefined: both. */
export const FAMILIES: Readonly<Record<string, FirewallStep['family']>> = { ip: 'ipv4', ip6: 'ipv6', inet: undefined };
/** Their chains see no packets of IP. */
export const OTHER_FAMILIES = new Set(['arp', 'bridge', 'netdev']);

/** Whether a table's first word is its family. */
export const isFamily = (word: string): boolean => Object.hasOwn(FAMILIES, word) || OTHER_FAMILIES.has(word);
