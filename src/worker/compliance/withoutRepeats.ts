/** A value behind an anchor that two services use is one finding, of no service alone, related to both. */
import { MAX_ORIGINS } from './origins';
import type { RuleReport } from './rules/rule';

type Take = (report: RuleReport) => RuleReport | undefined;

/**
 * Hands the reports of one rule on, one after the other, but for those that say the same of the same place of the document.
 * @param length of the document
 * @param take gives the report that tells it, undefined where it is only counted
 */
export function withoutRepeats(length: number, take: Take): (report: RuleReport) => void {
  const seen = new Map<string, Map<number, RuleReport | undefined>>();
  return (report) => {
    const { place, message, service, origins = [] } = report;
    const tellers = seen.get(message) ?? new Map<number, RuleReport | undefined>();
    seen.set(message, tellers);
    const key = place.start * (length + 1) + place.end;
    const teller = tellers.get(key);
    if (!teller) {
      if (!tellers.has(key)) tellers.set(key, take(report));
      return;
    }
    if (teller.service !== service) teller.service = undefined;
    const isOfPlace = teller.place.start === place.start && teller.place.end === place.end;
    if (isOfPlace && teller.origins && teller.origins.length < MAX_ORIGINS) teller.origins.push(...origins);
  };
}
