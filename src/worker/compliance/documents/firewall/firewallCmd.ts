/** The commands of firewall-cmd(1) that change what a zone lets in. */
import { type FirewallRule, type FirewallStep, ruleAt } from './firewall';
import { addTo, removeFrom, targetOf, targetVerdict, type Zone, zoneNamed } from './firewalldZones';
import { portsOf, servicePorts } from './firewallWords';
import { iptablesStep, type StepContext } from './iptables';
import { readRichRule } from './richRule';

type Context = Omit<StepContext, 'family'>;

/** What commands have made so far. */
export interface Firewalld {
  zones: Map<string, Zone>;
  /** Rules of iptables, passed on. */
  direct: FirewallStep[];
}

/** `--add-port=80/tcp`, `--add-port 80/tcp`: each option with its value. */
function optionsOf(words: readonly string[]): [name: string, value: string][] {
  const out: [string, string][] = [];
  for (const [i, word] of words.entries()) {
    if (!word.startsWith('--')) continue;
    const at = word.indexOf('=');
    const next = words[i + 1] ?? '';
    out.push(at < 0 ? [word, next.startsWith('--') ? '' : next] : [word.slice(0, at), word.slice(at + 1)]);
  }
  return out;
}

/** Refused as INVALID_PORT. */
const WITHOUT_PROTOCOL = /^\d+(?:-\d+)?$/;

/** Adds what one command says. */
export function runFirewallCmd(words: readonly string[], context: Context, firewalld: Firewalld): void {
  const options = optionsOf(words);
  const given = (name: string) => options.find(([option]) => option === name)?.[1];
  if (words.includes('--direct')) {
    const step = directStep(words, context);
    if (step) firewalld.direct.push(step);
    return;
  }
  const policy = given('--policy');
  const zone = zoneOf(firewalld, policy ?? given('--zone') ?? '', policy !== undefined);
  for (const [name, value] of options) {
    if (name === '--set-target') zone.target = { verdict: targetVerdict(value), place: context.place };
    else if (name === '--set-default-zone' && value === 'trusted')
      zoneOf(firewalld, '').target = { verdict: targetOf(zoneNamed(value)), place: context.place };
    else if (name === '--add-source') zone.hasSources = true;
    else if (name === '--add-interface' || name === '--change-interface') zone.hasInterfaces = true;
    else if (name === '--add-rich-rule') addTo(zone, readRichRule(value, context));
    else if (name === '--remove-rich-rule') remove(zone, readRichRule(value, context).rule);
    else if (name === '--add-port' && !WITHOUT_PROTOCOL.test(value)) addTo(zone, opened(portRule(value, context)));
    else if (name === '--add-service') addTo(zone, opened(serviceRule(value, context)));
    else if (name === '--remove-port') remove(zone, portRule(value, context));
    else if (name === '--remove-service') remove(zone, serviceRule(value, context));
  }
}

function zoneOf({ zones }: Firewalld, name: string, isPolicy = false): Zone {
  // Without a name it is the default one, which is `public` unless somebody changes it.
  const own = name === 'public' ? '' : name;
  const key = `${isPolicy} ${own}`;
  let zone = zones.get(key);
  if (!zone) zones.set(key, (zone = zoneNamed(own, isPolicy)));
  return zone;
}

/** What a zone's list of ports lets in comes last. */
export const opened = (rule: FirewallRule) => ({ rule, priority: 0 });

/** `8080/tcp`, `8000-8010/tcp`. */
export function portRule(written: string, { place, text, isConditional = false }: Context): FirewallRule {
  const [ports = '', protocol] = written.split('/');
  return { ...ruleAt(place), text, isConditional, ports: portsOf([ports]), protocol, verdict: 'accept' };
}

export function serviceRule(name: string, { place, text, isConditional = false }: Context): FirewallRule {
  return { ...ruleAt(place), text, isConditional, ...servicePorts(name), verdict: 'accept' };
}

function remove(zone: Zone, rule: FirewallRule): void {
  // A branch that takes away is the way back.
  if (!rule.isConditional) removeFrom(zone, rule);
}

/** `--direct --add-rule ipv4 filter DOCKER-USER 0 …`: arguments of iptables behind the priority. */
function directStep(words: readonly string[], context: Context): FirewallStep | undefined {
  const at = words.indexOf('--add-rule');
  if (at < 0) return undefined;
  const family = words[at + 1] === 'ipv6' ? 'ipv6' : 'ipv4';
  return iptablesStep(['-t', words[at + 2] ?? '', '-A', words[at + 3] ?? '', ...words.slice(at + 5)], {
    ...context,
    family,
  });
}
