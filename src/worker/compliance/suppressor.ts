/**
 * What silences reports: comments of our own, comments of other linters, waivers of the
 * configuration.
 */

import type { Kind } from '../protocol/fileKinds';
import { isOver } from '../protocol/isOver';
import type { LintConfig } from './config';
import { type Lines, lineAt } from './documents/text/lines';
import { firstCovering, type LineSpan } from './firstCovering';
import { foreignConcerns, readForeignSuppressions } from './foreignSuppress';
import { getOrMake } from './getOrMake';
import { fileKindOf } from './kinds/index';
import type { Rule, RuleReport } from './rules/rule';
import { suppressionReports } from './selfChecks';
import { concerns, readSuppressions } from './suppress';

/** The first comment that speaks for a line, for each rule. */
function perRule<T extends LineSpan>(of: (rule: Rule) => T[]): (rule: Rule) => (line: number) => T | undefined {
  const known = new Map<Rule, (line: number) => T | undefined>();
  return (rule) => getOrMake(known, rule, () => firstCovering(of(rule)));
}

type Silenceable = Pick<RuleReport, 'rule' | 'place' | 'service'>;

export interface Suppressor {
  /** Marks the report where something silences it. */
  suppress(report: RuleReport): void;
  /** Whether a comment speaks of the rule, so that what is withheld of it is to be heard, too. */
  hears(rule: Rule): boolean;
  /**
   * A report that the profile withholds: the comment that silences it has its effect in the larger
   * one.
   */
  hear(report: Silenceable): void;
  /**
   * Whether the service decides what silences the rule's reports: it is known only when the rule
   * has reported everything.
   */
  judgesService(rule: Rule): boolean;
  /** What is wrong with the comments themselves; asked for when every report was seen. */
  unsound(): RuleReport[];
}

interface Wanted {
  config?: LintConfig;
  today: string;
  inlineSuppressions?: boolean;
}

export function suppressor(uri: string, kind: Kind, lines: Lines, context: Wanted): Suppressor {
  const heeded = context.inlineSuppressions !== false;
  const suppressions = heeded ? readSuppressions(uri, lines, fileKindOf[kind].units) : [];
  const waivers = (context.config?.waivers ?? []).filter(({ until }) => !isOver(until, context.today));
  const foreign = heeded && context.config?.foreignSuppressions ? readForeignSuppressions(lines) : [];
  if (suppressions.length + waivers.length + foreign.length === 0)
    return {
      suppress: () => undefined,
      hears: () => false,
      hear: () => undefined,
      judgesService: () => false,
      unsound: () => [],
    };
  const used = new Set<object>();
  const own = perRule((rule) => suppressions.filter((s) => concerns(s, rule, context.today)));
  const others = perRule((rule) => foreign.filter((s) => foreignConcerns(s, rule)));
  const silencerOf = (report: Silenceable): RuleReport['suppressed'] => {
    const waiver = waivers.find(
      (w) => w.rule === report.rule.id && (w.service === undefined || w.service === report.service),
    );
    if (waiver) return { reason: waiver.reason, until: waiver.until };
    const line = lineAt(lines, report.place.start);
    const by = own(report.rule)(line);
    const other = by ? undefined : others(report.rule)(line);
    if (other) return { reason: other.reason };
    if (!by) return undefined;
    used.add(by);
    return { reason: by.reason, until: by.until };
  };
  return {
    suppress(report) {
      report.suppressed = silencerOf(report);
    },
    hears: (rule) => suppressions.some((s) => concerns(s, rule, context.today)),
    hear: silencerOf,
    judgesService: ({ id }) => waivers.some(({ rule, service }) => rule === id && service !== undefined),
    unsound: () => suppressionReports(suppressions, used, context),
  };
}
