/**
 * One finding per container for missing hardening, with one fix that adds everything: nine
 * squiggles on one word help nobody.
 */
import { type Finding, type Locale, severities } from '../protocol/finding';
import type { Lines } from './documents/text/lines';
import { hardenAll, hardenedBy } from './hardening';
import type { Container } from './model/container';
import type { RuleReport } from './rules/rule';
import { hardenContainer } from './rules/run/hardenContainer';

interface Found {
  report: RuleReport;
  finding: Finding;
}

/**
 * Suppressed findings and a container's only one stay as they are; those that a baseline covers are
 * grouped by themselves.
 */
export function groupHardening(found: readonly Found[], lines: Lines, locale: Locale): Finding[] {
  const groups = { known: new Map<Container, Found[]>(), others: new Map<Container, Found[]>() };
  const groupsOf = ({ finding }: Found) => (finding.baselineState === 'unchanged' ? groups.known : groups.others);
  for (const item of found) {
    const container = hardened(item);
    const group = container && groupsOf(item).get(container);
    if (group) group.push(item);
    else if (container) groupsOf(item).set(container, [item]);
  }
  const out: Finding[] = [];
  for (const item of found) {
    const container = hardened(item);
    const group = container && groupsOf(item).get(container)!;
    if (!group || group.length < 2) out.push(item.finding);
    else if (group[0] === item) out.push(combine(group, lines, locale));
  }
  return out;
}

const hardened = ({ report }: Found): Container | undefined => hardenedBy(report);

function combine(group: Found[], lines: Lines, locale: Locale): Finding {
  const first = group[0]!;
  const { container } = first.report.harden!;
  const { fix, say } = hardenAll(
    group.map(({ report }) => report),
    lines,
    locale,
  );
  const severity = severities.find((s) => group.some((g) => g.finding.severity === s)) ?? 'info';
  return {
    ...first.finding,
    rule: hardenContainer.id,
    name: hardenContainer.name,
    severity,
    message: say('notHardened'),
    grouped: group.map(({ finding: { rule, fingerprint } }) => ({ rule, fingerprint })),
    clauses: allOf(group, 'clauses'),
    rows: allOf(group, 'rows'),
    fixes: [...(fix ? [fix] : []), ...group.flatMap((g) => g.finding.fixes)],
    related: [
      ...group.map(({ finding }) => ({
        uri: first.report.place.uri,
        range: finding.range,
        message: `${finding.rule} ${finding.name}: ${finding.message}`,
      })),
      ...(group.find(({ report }) => report.place === container.anchor)?.finding.related ?? []),
    ],
  };
}

function allOf(group: readonly Found[], what: 'clauses' | 'rows'): string[] {
  const all = new Set<string>();
  for (const { finding } of group) for (const one of finding[what]) all.add(one);
  return [...all];
}
