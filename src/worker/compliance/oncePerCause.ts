/**
 * One cause, one finding: what a variable holds wherever it is used (`FROM $BASE` twice,
 * `$(DOCKER_RUN)` in ten recipes), and what a rule calls one.
 */
import { areaOf } from './areas';
import { MAX_ORIGINS } from './origins';
import type { Origin, RuleReport } from './rules/rule';

const VARIABLE = /\$(?:\w+|\{\w+\}|\(\w+\))/;
/** A default is written anew at every use. */
const DEFAULTED = /\$\{\w+:?[-+?=]/;

const ALSO: Origin['text'] = { en: 'The same cause shows here too.', 'zh-cn': '同一原因也出现在此处。' };

/**
 * Asked for one report after the other: the one that it is told by, itself where it is not
 * suppressed and the first of its cause; that one is then related to it.
 */
export function oncePerCause(text: string): (report: RuleReport) => RuleReport {
  let first: Map<string, RuleReport> | undefined;
  return (report) => {
    const cause = report.suppressed ? undefined : (report.cause ?? variableOf(report, text));
    if (cause === undefined) return report;
    const key = `${report.rule.id} ${report.message} ${cause} ${JSON.stringify(report.data)}`;
    first ??= new Map();
    const before = first.get(key);
    if (!before) {
      first.set(key, report);
      return report;
    }
    if (before.service !== report.service) before.service = undefined;
    before.origins ??= [];
    if (before.origins.length < MAX_ORIGINS) before.origins.push({ place: report.place, text: ALSO });
    return before;
  };
}

function variableOf({ rule, place }: RuleReport, text: string): string | undefined {
  if (!areaOf(rule.id).judgesContent || place.end - place.start > 200) return undefined;
  const words = text.slice(place.start, place.end);
  return words.includes('$') && VARIABLE.test(words) && !DEFAULTED.test(words) ? words : undefined;
}
