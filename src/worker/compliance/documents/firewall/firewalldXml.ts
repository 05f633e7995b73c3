/** Zones, policies and direct rules of firewalld as files (firewalld.zone(5), firewalld.direct(5)). */
import { fileName } from '../../files';
import type { Place } from '../../model/value';
import { valueIn } from '../../valueIn';
import type { Firewall, FirewallChain, FirewallStep } from './firewall';
import { opened, portRule, serviceRule } from './firewallCmd';
import { addTo, targetVerdict, type Zone, zoneChain, zoneNamed } from './firewalldZones';
import { chainsAfter } from './firewallTables';
import { verdictOf } from './firewallWords';
import { hookOf, iptablesStep } from './iptables';
import { richRuleOf } from './richRule';
import { argumentsOf } from './savedRules';
import { type XmlTag, xmlTags } from './xmlTags';

/** Never throws. */
export function readFirewalldXml(uri: string, text: string): Firewall {
  const tags = xmlTags(uri, text);
  const root = tags.find(({ name }) => /^(?:zone|policy|direct)$/.test(name));
  const name = fileName(uri).replace(/\.xml$/i, '');
  const chains =
    root === undefined ? [] : root.name === 'direct' ? directChains(tags, text, uri) : zoneOf(root, tags, name);
  return { uri, text, tool: 'firewalld', isFile: true, isOpenEnded: false, chains };
}

function zoneOf(root: XmlTag, tags: readonly XmlTag[], name: string): FirewallChain[] {
  const zone: Zone = zoneNamed(name, root.name === 'policy');
  const target = root.attributes.get('target');
  if (target) zone.target = { verdict: targetVerdict(target.text), place: target.place };
  let rule: { tags: XmlTag[]; start: number } | undefined;
  for (const tag of tags) {
    const value = (attribute: string) => tag.attributes.get(attribute)?.text ?? '';
    const context = { place: tag.place, text: tag.place.uri };
    if (tag.name === 'rule' && !tag.isEnd) rule = tag.isEmpty ? undefined : { tags: [tag], start: tag.place.start };
    else if (tag.name === 'rule' && rule) {
      const place = { ...tag.place, start: rule.start };
      addTo(zone, ruleOf(rule.tags, place));
      rule = undefined;
    } else if (tag.isEnd) continue;
    else if (rule) rule.tags.push(tag);
    else if (tag.name === 'port') addTo(zone, opened(portRule(`${value('port')}/${value('protocol')}`, context)));
    else if (tag.name === 'service') addTo(zone, opened(serviceRule(value('name'), context)));
    else if (tag.name === 'source') zone.hasSources = true;
    else if (tag.name === 'interface') zone.hasInterfaces = true;
  }
  return [zoneChain(zone)];
}

function ruleOf(tags: readonly XmlTag[], place: Place) {
  const attributes = tags.flatMap((tag): [string, string, string | undefined][] => {
    const own = [...tag.attributes].map(([name, { text }]): [string, string, string] => [tag.name, name, text]);
    return own.length > 0 ? own : [[tag.name, '', undefined]];
  });
  const isNegated = tags.some(
    (tag) => tag.name === 'source' && /^(?:true|yes)$/i.test(tag.attributes.get('invert')?.text ?? ''),
  );
  const verdicts = tags.map(({ name }) => name).filter((name) => verdictOf(name) !== undefined || name === 'mark');
  return richRuleOf(attributes, verdicts, isNegated, { place, text: place.uri });
}

/** `<rule ipv="ipv4" table="filter" chain="INPUT" priority="0">-p tcp … -j ACCEPT</rule>`. */
function directChains(tags: readonly XmlTag[], text: string, uri: string): FirewallChain[] {
  const steps: [number, FirewallStep][] = [];
  for (const [i, tag] of tags.entries()) {
    const end = tags[i + 1];
    if (tag.name !== 'rule' || tag.isEnd || tag.isEmpty || end?.name !== 'rule' || !end.isEnd) continue;
    const value = (attribute: string) => tag.attributes.get(attribute)?.text ?? '';
    const place = { uri, start: tag.place.start, end: end.place.end };
    const words = argumentsOf(unescaped(text.slice(tag.place.end, end.place.start).slice(0, 4_000)));
    const family = value('ipv') === 'ipv6' ? 'ipv6' : 'ipv4';
    const step = iptablesStep(['-t', value('table') || 'filter', '-A', value('chain'), ...words], {
      ...{ place, family, text: uri },
    });
    if (step) steps.push([Number(value('priority')) || 0, step]);
  }
  const ordered = steps.sort(([a], [b]) => a - b).map(([, step]) => step);
  return chainsAfter('firewalld', ordered, hookOf);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name: string) => valueIn(ENTITIES, name) ?? whole);
