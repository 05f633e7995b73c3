/** The bound of findings never hides that something is left, nor how bad it is. */
import { expect, it } from 'vitest';
import { boundReports as boundOf } from '../../../src/worker/compliance/boundReports';
import { rules } from '../../../src/worker/compliance/rules/index';
import type { RuleReport } from '../../../src/worker/compliance/rules/rule';

const report = (rule: number, start: number, more: Partial<RuleReport> = {}): RuleReport => ({
  rule: rules[rule]!,
  place: { uri: 'a', start, end: start + 1 },
  message: 'x',
  ...more,
});

const boundReports = (reports: RuleReport[], most: number) => {
  const bound = boundOf(most);
  return [...reports.filter(bound.add), ...bound.counted()];
};

it('keeps what is within the bound as it is', () => {
  const reports = [report(0, 1), report(1, 2), report(0, 3)];
  expect(boundReports(reports, 2)).toEqual(reports);
});

it('counts each rule by itself, and suppressed reports apart', () => {
  const suppressed = { reason: 'known' };
  const reports = [
    report(0, 1, { suppressed }),
    report(0, 2, { suppressed }),
    report(0, 3),
    report(1, 4),
    report(0, 5, { severity: 'hint' }),
  ];
  const bounded = boundReports(reports, 1);
  expect(bounded.map((r) => [r.rule.id, r.place.start, r.data?.count])).toEqual([
    [rules[0]!.id, 1, undefined],
    [rules[0]!.id, 3, undefined],
    [rules[1]!.id, 4, undefined],
    ['MLPS-DOC-001', 2, 1],
    ['MLPS-DOC-001', 5, 1],
  ]);
  expect(bounded.map((r) => r.suppressed)).toEqual([suppressed, undefined, undefined, suppressed, undefined]);
});

it('says that what is left is as severe as the worst of it', () => {
  const left = [
    report(0, 2, { severity: 'hint' }),
    report(0, 3, { severity: 'error' }),
    report(0, 4, { severity: 'info' }),
  ];
  expect(boundReports([report(0, 1), ...left], 1).at(-1)).toMatchObject({
    severity: 'error',
    data: { count: 3, rule: rules[0]!.id },
  });
});
