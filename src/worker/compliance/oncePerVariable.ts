/** What a variable holds is one cause, wherever the variable is used: `FROM $BASE` twice, `$(DOCKER_RUN)` in ten recipes. */
import type { Origin, RuleReport } from './rules/rule';

const VARIABLE = /\$(?:\w+|\{\w+\}|\(\w+\))/;
/** A default is written anew at every use. */
const DEFAULTED = /\$\{\w+:?[-+?=]/;
/** Rules that judge what the variable holds, not that it is used. */
const JUDGES_CONTENT = /^MLPS-(?:IMG|RUN|NET|LOG)-/;
const MAX_PLACES = 20;

const ALSO: Origin['text'] = { en: 'The same variable is used here too.', 'zh-cn': '此处也使用了同一变量。' };

/** Keeps the first of the reports that are not suppressed and stand on the same words with a variable, related to the others. */
export function oncePerVariable(reports: readonly RuleReport[], text: string): RuleReport[] {
  const first = new Map<string, Origin[]>();
  return reports.flatMap((report): RuleReport[] => {
    const { rule, place, message, data, suppressed } = report;
    const words = place.end - place.start > 200 ? '' : text.slice(place.start, place.end);
    if (suppressed || !JUDGES_CONTENT.test(rule.id) || !VARIABLE.test(words) || DEFAULTED.test(words)) return [report];
    const key = `${rule.id} ${message} ${words} ${JSON.stringify(data)}`;
    const origins = first.get(key);
    if (!origins) {
      const own = [...(report.origins ?? [])];
      first.set(key, own);
      return [{ ...report, origins: own }];
    }
    if (origins.length < MAX_PLACES) origins.push({ place, text: ALSO });
    return [];
  });
}
