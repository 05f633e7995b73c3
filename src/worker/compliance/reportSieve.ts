/**
 * What becomes of reports while they come: suppressed, told by another one of the same cause, kept,
 * or only counted. Tens of thousands are never held at once.
 */
import { boundReports } from './boundReports';
import { oncePerCause } from './oncePerCause';
import type { RuleReport } from './rules/rule';
import type { Suppressor } from './suppressor';

export interface ReportSieve {
  /**
   * Gives the report that tells it, undefined where it is only counted; that one's `service` and
   * `origins` may change until the turn ends.
   */
  take(report: RuleReport): RuleReport | undefined;
  /** The turn of a rule is over: nothing that it said is held any longer but what is kept. */
  endTurn(): void;
  /** What was kept, in order, and behind it what counts the rest. */
  reports(): RuleReport[];
}

/** @param most of one rule that are kept; by default as many as `boundReports` keeps */
export function reportSieve(
  text: string,
  { suppress, judgesService }: Pick<Suppressor, 'suppress' | 'judgesService'>,
  most?: number,
): ReportSieve {
  const kept: RuleReport[] = [];
  const counted: RuleReport[] = [];
  let waiting: RuleReport[] = [];
  let tellingOf = oncePerCause(text);
  let bound = boundReports(most);
  let isUsed = false;
  const pass = (report: RuleReport): RuleReport | undefined => {
    suppress(report);
    const telling = tellingOf(report);
    if (telling !== report) return telling;
    if (!bound.add(report)) return undefined;
    kept.push(report);
    return report;
  };
  return {
    take(report) {
      isUsed = true;
      if (!judgesService(report.rule)) return pass(report);
      waiting.push(report);
      return report;
    },
    endTurn() {
      // Most rules find nothing in most files.
      if (!isUsed) return;
      waiting.forEach(pass);
      counted.push(...bound.counted());
      waiting = [];
      tellingOf = oncePerCause(text);
      bound = boundReports(most);
      isUsed = false;
    },
    reports: () => [...kept, ...counted],
  };
}
