/** One fix that adds all that a container lacks. */
import type { Fix, Hardening, Locale, Range } from '../protocol/finding';
import { type Lines, rangeOf } from './documents/text/lines';
import type { Container } from './model/container';
import { rules } from './rules/index';
import type { RuleReport } from './rules/rule';
import { hardenContainer } from './rules/run/hardenContainer';
import { fill, toFix } from './toFinding';

/** The container that lacks a setting; undefined for other reports, and suppressed ones. */
export const hardenedBy = ({ rule, suppressed, harden }: RuleReport): Container | undefined =>
  rule.hardening && !suppressed ? harden?.container : undefined;

interface HardenAll {
  /** Undefined where nothing can be added. */
  fix: Fix | undefined;
  say(key: string): string;
}

/** @param reports of one container */
export function hardenAll(reports: readonly RuleReport[], lines: Lines, locale: Locale): HardenAll {
  const { place, harden } = reports[0]!;
  const { container } = harden!;
  const settingsOf = (some: readonly RuleReport[]) => some.flatMap((report) => report.harden!.settings);
  const wanted = reports.filter((report) => report.harden!.settings.length > 0);
  const whole = container.writer.add(settingsOf(wanted));
  const added = whole ? wanted : wanted.filter((report) => container.writer.add(report.harden!.settings));
  const data = {
    count: reports.length,
    added: added.length,
    service: container.name ?? container.image?.raw ?? '',
    rules: reports.map(({ rule }) => rule.name).join(', '),
  };
  const say = (key: string) => fill(hardenContainer.messages[key]![locale], data);
  const edits = whole ?? container.writer.add(settingsOf(added));
  const fix = toFix({ safe: false, title: 'hardenAll', edits }, lines, place.uri, say);
  return { fix: fix && { ...fix, hardens: true }, say };
}

/** Where what lacks a setting stands: `hardeningOf` answers nothing for other places. */
export function lackingAt(reports: readonly RuleReport[], lines: Lines): Range[] {
  const places = reports.flatMap((report) => (hardenedBy(report) ? [report.place] : []));
  // A container has nearly all of its reports at one place.
  return [...new Map(places.map((place) => [`${place.start} ${place.end}`, place])).values()].map((place) =>
    rangeOf(lines, place),
  );
}

/** In the order in which the whole checklist would report them. */
export function hardeningOf(reports: readonly RuleReport[], lines: Lines, locale: Locale): Hardening[] {
  const groups = new Map<Container, RuleReport[]>();
  const inOrder = reports.toSorted((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule));
  for (const report of inOrder) {
    const container = hardenedBy(report);
    const group = container && groups.get(container);
    if (group) group.push(report);
    else if (container) groups.set(container, [report]);
  }
  return [...groups.values()].flatMap((group) => {
    const fix = group.length > 1 ? hardenAll(group, lines, locale).fix : undefined;
    return fix ? [{ range: rangeOf(lines, group[0]!.place), fix }] : [];
  });
}
