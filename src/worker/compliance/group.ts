/**
 * One finding per container for missing hardening, with one fix that adds everything: nine
 * squiggles on one word help nobody.
 */
import { type Finding, type Locale, severities } from '../protocol/finding';
import type { Lines } from './documents/text/lines';
import type { Container } from './model/container';
import type { RuleReport } from './rules/rule';
import { hardenContainer } from './rules/run/hardenContainer';
import { fill, toFix } from './toFinding';

interface Found {
  report: RuleReport;
  finding: Finding;
}

/** Suppressed findings and a container's only one stay as they are. */
export function groupHardening(found: readonly Found[], lines: Lines, locale: Locale): Finding[] {
  const groups = new Map<Container, Found[]>();
  for (const item of found) {
    const container = hardened(item);
    const group = container && groups.get(container);
    if (group) group.push(item);
    else if (container) groups.set(container, [item]);
  }
  const out: Finding[] = [];
  for (const item of found) {
    const container = hardened(item);
    const group = container && groups.get(container)!;
    if (!group || group.length < 2) out.push(item.finding);
    else if (group[0] === item) out.push(combine(group, lines, locale));
  }
  return out;
}

const hardened = ({ report: { rule, suppressed, harden } }: Found): Container | undefined =>
  rule.hardening && !suppressed ? harden?.container : undefined;

function combine(group: Found[], lines: Lines, locale: Locale): Finding {
  const first = group[0]!;
  const { container } = first.report.harden!;
  const uri = first.report.place.uri;
  const settingsOf = (found: readonly Found[]) => found.flatMap((f) => f.report.harden!.settings);
  const wanted = group.filter((g) => g.report.harden!.settings.length > 0);
  const whole = container.writer.add(settingsOf(wanted));
  const added = whole ? wanted : wanted.filter((g) => container.writer.add(g.report.harden!.settings));
  const data = {
    count: group.length,
    added: added.length,
    service: container.name ?? container.image?.raw ?? '',
    rules: group.map((g) => g.report.rule.name).join(', '),
  };
  const say = (key: string) => fill(hardenContainer.messages[key]![locale], data);
  const edits = whole ?? container.writer.add(settingsOf(added));
  const all = toFix({ safe: false, title: 'hardenAll', edits }, lines, uri, say);
  const severity = severities.find((s) => group.some((g) => g.finding.severity === s)) ?? 'info';
  return {
    ...first.finding,
    rule: hardenContainer.id,
    name: hardenContainer.name,
    severity,
    message: say('notHardened'),
    clauses: [...new Set(group.flatMap((g) => g.finding.clauses))],
    rows: [...new Set(group.flatMap((g) => g.finding.rows))],
    fixes: [...(all ? [{ ...all, hardens: true as const }] : []), ...group.flatMap((g) => g.finding.fixes)],
    related: [
      ...group.map(({ finding }) => ({
        uri,
        range: finding.range,
        message: `${finding.rule} ${finding.name}: ${finding.message}`,
      })),
      ...(group.find(({ report }) => report.place === container.anchor)?.finding.related ?? []),
    ],
  };
}
