/**
 * A value behind an anchor that two services use is one finding, of no service alone, related to
 * both.
 */
import { severities } from '../protocol/finding';
import { MAX_ORIGINS } from './origins';
import type { RuleReport } from './rules/rule';

type Take = (report: RuleReport) => RuleReport | undefined;

/**
 * Hands the reports of one rule on, one after the other, but for those that say the same of the
 * same place of the document.
 * @param take gives the report that tells it, undefined where it is only counted
 */
export function withoutRepeats(take: Take): (report: RuleReport) => void {
  // By message, length and start: small numbers are the quickest keys.
  let seen: Map<string, Map<number, Map<number, RuleReport | undefined>>> | undefined;
  return (report) => {
    seen ??= new Map();
    const { place, message, service, origins = [] } = report;
    const tellers = entryOf(
      entryOf(seen, message, () => new Map()),
      place.end - place.start,
      () => new Map(),
    );
    const teller = tellers.get(place.start);
    if (!teller) {
      if (!tellers.has(place.start)) tellers.set(place.start, take(report));
      return;
    }
    if (teller.service !== service) teller.service = undefined;
    if (isWorse(report, teller)) teller.severity = report.severity;
    const isOfPlace = teller.place.start === place.start && teller.place.end === place.end;
    if (isOfPlace && teller.origins && teller.origins.length < MAX_ORIGINS) teller.origins.push(...origins);
  };
}

const isWorse = (a: RuleReport, b: RuleReport): boolean =>
  a.severity !== b.severity &&
  severities.indexOf(a.severity ?? a.rule.severity) < severities.indexOf(b.severity ?? b.rule.severity);

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = make();
    map.set(key, entry);
  }
  return entry;
}
