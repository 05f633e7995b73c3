/**
 * So many findings of one rule in one file are told and the rest is counted: a few kilobytes of
 * text could else make megabytes of findings.
 */
import { type Severity, severities } from '../protocol/finding';
import { documentTooLarge } from './rules/doc/documentTooLarge';
import type { Rule, RuleReport } from './rules/rule';

export const MAX_FINDINGS_PER_RULE = 1000;

interface Group {
  kept: number;
  left: number;
  /** The first that is left out; of the others nothing is held but how severe they are. */
  first?: RuleReport;
  found?: Set<Severity>;
}

export interface ReportBound {
  /** Whether the report is one of the first of its rule, suppressed ones apart. */
  add(report: RuleReport): boolean;
  /**
   * One report for each rule says how many were left out so far, as severe as the worst of them.
   */
  counted(): RuleReport[];
}

export function boundReports(most = MAX_FINDINGS_PER_RULE): ReportBound {
  const groups = { shown: new Map<Rule, Group>(), suppressed: new Map<Rule, Group>() };
  const inOrder: Group[] = [];
  const groupOf = ({ rule, suppressed }: RuleReport): Group => {
    const all = suppressed ? groups.suppressed : groups.shown;
    let group = all.get(rule);
    if (!group) {
      group = { kept: 0, left: 0 };
      all.set(rule, group);
      inOrder.push(group);
    }
    return group;
  };
  return {
    add(report) {
      const group = groupOf(report);
      if (group.kept < most) {
        group.kept++;
        return true;
      }
      group.left++;
      group.first ??= report;
      group.found ??= new Set();
      group.found.add(report.severity ?? report.rule.severity);
      return false;
    },
    counted: () =>
      inOrder.flatMap(({ first, left, found }) => (first && found ? [moreReport(first, left, found)] : [])),
  };
}

function moreReport({ rule, place, suppressed }: RuleReport, count: number, found: ReadonlySet<Severity>): RuleReport {
  const severity = severities.find((s) => found.has(s));
  return { rule: documentTooLarge, place, message: 'more', data: { count, rule: rule.id }, severity, suppressed };
}
