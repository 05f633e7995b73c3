/** The rules of a firewall that let everybody reach a port of the host. */
import type { Firewall, FirewallChain, FirewallRule, Selection } from '../documents/firewall/firewall';
import { covers, isForNew, mayConcern } from '../documents/firewall/firewallMatch';
import { once } from '../once';

export interface Opening {
  rule: FirewallRule;
  chain: FirewallChain;
  /** Only through an interface of the host, which may be one that strangers come from. */
  isOneInterface: boolean;
}

/** Of the host itself, its containers and machines, its tunnels. */
const INNER = /^(?:lo|docker|br-|virbr|vmbr|veth|lxc|cni|flannel|wg|tun|tap|tailscale|zt|ppp|ipsec|vti)[\w.+*-]*$/;
/** Cards as Linux names them: which one leads outside is not known. */
const CARD = /^(?:eth|en[spox]|em|wl|venet|bond)[\w.+*-]*$/;
/** Of the host itself and of networks that nobody outside reaches. */
const INNER_ADDRESS = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1|f[cd]|fe80)/i;

/** What is accepted for new connections on ports that are known, from more than the widest range. */
export function openedPorts(
  firewalls: readonly Firewall[],
  isWide: (source: Selection | undefined) => boolean,
): Opening[] {
  return firewalls.flatMap((firewall) => accepting(firewall).filter(({ rule }) => isWide(rule.source)));
}

const accepting = once(({ chains }: Firewall): Opening[] =>
  chains
    .filter(({ hook, table }) => (hook === 'input' || hook === 'docker-user') && table !== 'nat' && table !== 'policy')
    .flatMap((chain) => {
      // Of those before: what keeps strangers out.
      const drops: FirewallRule[] = [];
      return chain.rules.flatMap((rule): Opening[] => {
        if (rule.verdict === 'drop' && drops.length < MAX_DROPS) drops.push(rule);
        if (rule.verdict !== 'accept' || !isForNew(rule) || rule.isPartial || (rule.ports ?? []).length === 0)
          return [];
        const { inInterface, destination } = rule;
        if (destination && (destination.names.length === 0 || destination.names.some((a) => INNER_ADDRESS.test(a))))
          return [];
        if (inInterface && (inInterface.isNegated || !inInterface.names.some((name) => CARD.test(name)))) return [];
        if (inInterface?.names.some((name) => INNER.test(name))) return [];
        if (drops.some((drop) => keepsOut(drop, rule))) return [];
        return [{ rule, chain, isOneInterface: inInterface !== undefined }];
      });
    }),
);

/** Longer lists are made by a program. */
const MAX_DROPS = 500;

/** All but some are dropped before, or all. */
const keepsOut = (drop: FirewallRule, rule: FirewallRule): boolean =>
  covers(drop, rule) || (drop.source?.isNegated === true && mayConcern(drop, rule));

/** Whether all addresses are meant, or a range that is wider than so many bits (of IPv6: four times as many). */
export function isWiderThan(source: Selection | undefined, bits: number): boolean {
  if (source === undefined) return true;
  if (source.isNegated) return false;
  return source.names.some((name) => {
    const prefix = Number(/\/(\d{1,3})$/.exec(name)?.[1] ?? Number.NaN);
    if (name.includes(':')) return prefix < bits * 4 && !/^f[c-f]/i.test(name);
    return prefix < bits;
  });
}

export const isEverybody = (source: Selection | undefined): boolean => isWiderThan(source, 2);
