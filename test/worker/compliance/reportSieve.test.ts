/** What becomes of reports as they come, and that what is only counted is let go at once. */
import { expect, it } from 'vitest';
import { reportSieve } from '../../../src/worker/compliance/reportSieve';
import { rules } from '../../../src/worker/compliance/rules/index';
import type { RuleReport } from '../../../src/worker/compliance/rules/rule';
import type { Suppressor } from '../../../src/worker/compliance/suppressor';
import { withoutRepeats } from '../../../src/worker/compliance/withoutRepeats';

const report = (start: number, more: Partial<RuleReport> = {}): RuleReport => ({
  rule: rules[0]!,
  place: { uri: 'a', start, end: start + 1 },
  message: 'x',
  ...more,
});
const NOTHING: Pick<Suppressor, 'suppress' | 'judgesService'> = {
  suppress: () => undefined,
  judgesService: () => false,
};
const byService = (service: string): typeof NOTHING => ({
  suppress(of) {
    if (of.service === service) of.suppressed = { reason: 'known' };
  },
  judgesService: () => true,
});
const shown = (reports: readonly RuleReport[]) =>
  reports.map((r) => [r.place.start, r.service, r.suppressed?.reason, r.data?.count]);

it('gives what is only counted back to nobody, and names the first of it', () => {
  const sieve = reportSieve('', NOTHING, 1);
  expect([1, 2, 3].map((start) => sieve.take(report(start))?.place.start)).toEqual([1, undefined, undefined]);
  sieve.endTurn();
  expect(shown(sieve.reports())).toEqual([
    [1, undefined, undefined, undefined],
    [2, undefined, undefined, 2],
  ]);
});

it('counts each turn by itself, behind everything that is kept', () => {
  const sieve = reportSieve('', NOTHING, 1);
  for (const [first, second] of [
    [1, 2],
    [3, 4],
  ] as const) {
    sieve.take(report(first));
    sieve.take(report(second));
    sieve.endTurn();
  }
  expect(sieve.reports().map((r) => r.place.start)).toEqual([1, 3, 2, 4]);
});

it('tells one cause once, whoever is counted', () => {
  const sieve = reportSieve('', NOTHING, 1);
  const [first, same, other] = [report(1, { cause: 'c' }), report(2, { cause: 'c' }), report(3)];
  expect([first, same, other].map(sieve.take)).toEqual([first, first, undefined]);
  sieve.endTurn();
  expect(first.origins?.map((o) => o.place.start)).toEqual([2]);
});

it('lets a service decide only when it is known that no other has the same place', () => {
  const sieve = reportSieve('', byService('a'));
  const tell = withoutRepeats(sieve.take);
  tell(report(1, { service: 'a' }));
  tell(report(2, { service: 'a' }));
  tell(report(1, { service: 'b' }));
  sieve.endTurn();
  expect(shown(sieve.reports())).toEqual([
    [1, undefined, undefined, undefined],
    [2, 'a', 'known', undefined],
  ]);
});

it('hands a place on once for each message, related to all that it is said of', () => {
  const sieve = reportSieve('', NOTHING);
  const tell = withoutRepeats(sieve.take);
  const text = { en: 'x', 'zh-cn': 'x' };
  const origin = (start: number) => [{ place: { uri: 'a', start, end: start }, text }];
  tell(report(1, { service: 'a', origins: origin(5) }));
  tell(report(1, { service: 'b', origins: origin(6) }));
  tell(report(1, { message: 'y' }));
  tell({ ...report(1), place: { uri: 'a', start: 1, end: 3 } });
  sieve.endTurn();
  expect(sieve.reports().map((r) => [r.message, r.place.end, r.service, r.origins?.map((o) => o.place.start)])).toEqual(
    [
      ['x', 2, undefined, [5, 6]],
      ['y', 2, undefined, undefined],
      ['x', 3, undefined, undefined],
    ],
  );
});
