/** What a text says to a firewall, as one line per rule. */
import type {
  Firewall,
  FirewallChain,
  FirewallRule,
} from '../../../../../src/worker/compliance/documents/firewall/firewall';
import { fileKindOf } from '../../../../../src/worker/compliance/kinds/index';

const NO_FILES = { text: () => null };

export type FirewallKind = 'shell' | 'iptables' | 'nftables' | 'firewalld';

export const readFirewalls = (kind: FirewallKind, text: string, uri = 'file:///w/u'): Firewall[] =>
  fileKindOf[kind].read({ uri, text }, NO_FILES).firewall ?? [];

/** `input tcp 22-22 10.0.0.0/8 accept`. */
const said = (rule: FirewallRule, { hook, family }: FirewallChain): string =>
  [
    hook ?? '-',
    rule.family && rule.family !== family ? rule.family : undefined,
    rule.protocol ?? '-',
    [...(rule.ports ?? []), ...(rule.originalPorts ?? [])].map(({ first, last }) => `${first}-${last}`).join() ||
      (rule.ports ? '?' : '*'),
    rule.source && `${rule.source.isNegated ? '!' : ''}${rule.source.names.join() || '?'}`,
    rule.inInterface && `@${rule.inInterface.names.join()}`,
    rule.states?.join(),
    rule.isLimited ? 'limited' : undefined,
    rule.isPartial ? 'partial' : undefined,
    rule.verdict ?? 'none',
  ]
    .filter((part) => part !== undefined)
    .join(' ');

export const allSaid = (kind: FirewallKind, text: string, uri?: string): string[] =>
  readFirewalls(kind, text, uri).flatMap(({ chains }) =>
    chains.flatMap((chain) => chain.rules.map((rule) => said(rule, chain))),
  );
