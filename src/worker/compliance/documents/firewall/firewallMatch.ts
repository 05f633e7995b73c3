/** Which packets one rule is for, beside another. */
import type { PortRange } from '../../model/container';
import type { FirewallMatch, FirewallRule, Selection } from './firewall';

export const overlap = (a: PortRange, b: PortRange): boolean => a.first <= b.last && b.first <= a.last;

/** Whether the rule may be for a port; one that is not known may be any. */
export const mayConcern = (rule: FirewallMatch, { ports, protocol }: FirewallMatch): boolean =>
  (rule.protocol === undefined || protocol === undefined || rule.protocol === protocol) &&
  (rule.ports === undefined ||
    rule.ports.length === 0 ||
    (ports ?? []).some((range) => rule.ports!.some((each) => overlap(each, range))));

const holdsRange = (outer: readonly PortRange[], inner: PortRange): boolean =>
  outer.some(({ first, last }) => first <= inner.first && inner.last <= last);

function holdsSelection(outer: Selection | undefined, inner: Selection | undefined): boolean {
  if (outer === undefined) return true;
  if (inner === undefined || outer.names.length === 0 || inner.names.length === 0) return false;
  return (
    outer.isNegated === inner.isNegated &&
    (outer.isNegated
      ? outer.names.every((name) => inner.names.includes(name))
      : inner.names.every((name) => outer.names.includes(name)))
  );
}

/** Whether nothing that the second rule is for passes the first one by. */
export function covers(outer: FirewallRule, inner: FirewallRule): boolean {
  if (outer.isLimited || outer.isPartial) return false;
  if (outer.family !== undefined && outer.family !== inner.family) return false;
  if (outer.protocol !== undefined && outer.protocol !== inner.protocol) return false;
  if (outer.originalPorts !== undefined) return false;
  if (outer.ports !== undefined) {
    const ports = inner.ports ?? [];
    if (ports.length === 0 || !ports.every((range) => holdsRange(outer.ports!, range))) return false;
  }
  if (outer.states !== undefined && !(inner.states?.every((state) => outer.states!.includes(state)) ?? false))
    return false;
  return (
    holdsSelection(outer.source, inner.source) &&
    holdsSelection(outer.destination, inner.destination) &&
    holdsSelection(outer.inInterface, inner.inInterface) &&
    holdsSelection(outer.outInterface, inner.outInterface)
  );
}

/** Whether new connections are among what it is for. */
export const isForNew = ({ states }: Pick<FirewallMatch, 'states'>): boolean =>
  states === undefined || states.includes('new');
