/** What keeps containers from connecting to the outside: a rule where the packets of containers pass (fact T22). */
import type { Deployment } from '../deployment/deployment';
import type { FirewallRule, Selection } from '../documents/firewall/firewall';
import { covers, isForNew } from '../documents/firewall/firewallMatch';
import type { Place } from '../model/value';
import { once } from '../once';
import { allHostFirewalls } from './hostFirewalls';

/** Interfaces that containers hang on. */
const BRIDGE = /^(?:docker\d*|br-.*|podman\d*|cni-.*)$/;
/** Addresses that Docker gives. */
const INNER_ADDRESS = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd])/i;
/** Longer chains are made by a program. */
const MAX_BEFORE = 500;

/** The rule that drops what containers begin; undefined: none is in sight. */
export const egressFilter = once((deployment: Deployment): Place | undefined => {
  for (const { chains } of allHostFirewalls(deployment))
    for (const { hook, tool, table, rules } of chains) {
      if (table === 'nat' || !(hook === 'docker-user' || (hook === 'forward' && tool === 'nft'))) continue;
      const passing: FirewallRule[] = [];
      for (const rule of rules) {
        if (rule.verdict === 'drop' && isOutward(rule) && !passing.some((each) => covers(each, rule)))
          return rule.place;
        if (rule.verdict !== 'drop' && rule.verdict !== undefined && passing.length < MAX_BEFORE) passing.push(rule);
      }
    }
  return undefined;
});

/** For all that a container begins, but to some destinations. */
function isOutward(rule: FirewallRule): boolean {
  const { isPartial, isLimited, isConditional, protocol, ports, originalPorts, destination } = rule;
  const isNarrow = isPartial || isLimited || isConditional || protocol !== undefined;
  if (isNarrow || ports || originalPorts || !isForNew(rule) || (destination && !destination.isNegated)) return false;
  const { inInterface, outInterface, source } = rule;
  return comesThroughBridge(inInterface) && comesFromInside(source) && leadsOut(outInterface);
}

const comesThroughBridge = (from: Selection | undefined): boolean =>
  !from || (from.isNegated ? !from.names.some((each) => BRIDGE.test(each)) : isAll(from, BRIDGE));

const comesFromInside = (from: Selection | undefined): boolean =>
  !from || (!from.isNegated && isAll(from, INNER_ADDRESS));

const leadsOut = (to: Selection | undefined): boolean =>
  !to || (to.isNegated ? isAll(to, BRIDGE) : !to.names.some((each) => BRIDGE.test(each)));

const isAll = ({ names }: Selection, inner: RegExp): boolean =>
  names.length > 0 && names.every((each) => inner.test(each));
