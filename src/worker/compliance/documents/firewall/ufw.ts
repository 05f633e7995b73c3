/**
 * The words of ufw(8): `allow 22/tcp`, `deny from 10.0.0.0/8 to any port 8080 proto tcp`, `route
 * allow …`.
 */
import type { Place } from '../../model/value';
import { type FirewallRule, portsOf } from './firewallRule';

const VERDICTS: Record<string, FirewallRule['verdict']> = {
  allow: 'accept',
  limit: 'accept',
  deny: 'drop',
  reject: 'drop',
};

/** Undefined for what adds no rule for what comes in. */
export function ufwRule(words: readonly string[], place: Place): FirewallRule | undefined {
  const rest = words.filter((word) => !word.startsWith('--'));
  const chain = rest[0] === 'route' ? 'FORWARD' : 'INPUT';
  if (rest[0] === 'route' || rest[0] === 'prepend' || rest[0] === 'rule') rest.shift();
  if (rest[0] === 'insert') rest.splice(0, 2);
  const verdict = VERDICTS[rest[0] ?? ''];
  if (!verdict || rest[1] === 'out') return undefined;
  const after = (name: string): string | undefined => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
  const short = rest.slice(1).find((word) => /^\d[\d,:]*(?:\/\w+)?$/.test(word));
  const source = after('from');
  return {
    place,
    chain,
    protocol: after('proto') ?? /\/(\w+)$/.exec(short ?? '')?.[1],
    ports: portsOf((after('port') ?? short ?? '').replace(/\/\w+$/, '')),
    originalPorts: [],
    verdict,
    hasSource: (source !== undefined && source !== 'any') || rest[0] === 'limit',
  };
}
