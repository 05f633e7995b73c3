/** What *Harden this service* adds is told by the smaller profile's lint, as by that of the larger. */
import { expect, test } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import { readFixtures } from './ruleFixtures';

test('it is the same whatever the profile reports, for every fixture, and told only where it is wanted', () => {
  let count = 0;
  for (const { id, uri, text, files } of readFixtures()) {
    const context = { files, locale: 'en', today: '2026-01-31' } as const;
    const whole = lint({ uri, text }, { ...context, profile: 'mlps3' });
    const expected = whole.findings.flatMap(({ range, fixes }) =>
      fixes.flatMap((fix) => (fix.hardens ? [{ range, fix }] : [])),
    );
    const byPlace = (a: (typeof expected)[number], b: (typeof expected)[number]) =>
      a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
    const less = lint({ uri, text }, { ...context, profile: 'recommended', hardening: true });
    expect(less.hardening!().sort(byPlace), id).toEqual(expected.sort(byPlace));
    expect(less.lacking, id).toEqual(expect.arrayContaining(expected.map(({ range }) => range)));
    count += expected.length;
    // Nothing else changes.
    const plain = lint({ uri, text }, { ...context, profile: 'recommended' });
    expect([plain.hardening, plain.lacking], id).toEqual([undefined, undefined]);
    expect({ ...less, hardening: undefined }, id).toMatchObject({
      findings: plain.findings,
      satisfied: plain.satisfied,
    });
  }
  expect(count).toBeGreaterThan(50);
});
