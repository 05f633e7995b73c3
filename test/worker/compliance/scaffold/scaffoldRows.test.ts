/** A new deployment, assessed row by row: every row is met that files can show to be. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { peoplesRows } from '../../../../src/worker/compliance/checklist/peoplesRows';
import { configFor } from '../../../../src/worker/compliance/config';
import { readConfig } from '../../../../src/worker/compliance/config/readConfig';
import { scaffold } from '../../../../src/worker/compliance/scaffold/scaffold';
import type { Assessment } from '../../../../src/worker/protocol/assessment';
import type { Locale } from '../../../../src/worker/protocol/finding';
import type { ScaffoldAnswers } from '../../../../src/worker/protocol/scaffold';
import { assessTree } from '../assess/assessTree';
import { rowDecisions } from '../assess/rowDecisions';
import { goodAnswers } from './goodAnswers';
import { SCAFFOLD_ROWS } from './scaffoldRows';

const CONFIG = '.qrcodemaster.yaml';

/** The files, judged by the configuration among them. */
function assessed(answers: ScaffoldAnswers, locale: Locale): Assessment {
  const texts = Object.fromEntries(scaffold(answers, locale).map(({ path, text }) => [path, text]));
  return assessTree(texts, { config: configFor(readConfig(CONFIG, texts[CONFIG]!).config, 'compose.yaml') });
}

const LOCALES: Locale[] = ['en', 'zh-cn'];

it.each(LOCALES.flatMap((locale) => ['github', 'gitlab'].map((ci) => [locale, ci] as const)))(
  'has the states of the table: %s, %s',
  (locale, ci) => expect(rowDecisions(assessed({ ci }, locale))).toEqual(SCAFFOLD_ROWS),
);

it('has them whatever is answered', () => {
  fc.assert(
    fc.property(goodAnswers, fc.constantFrom(...LOCALES), (answers, locale) => {
      expect(rowDecisions(assessed(answers, locale))).toEqual(SCAFFOLD_ROWS);
    }),
    { numRuns: 12 },
  );
});

it('leaves open what people look at, and nothing else that asks for something', () => {
  const { rows } = assessed({}, 'en');
  const idsOf = (state: string) => rows.flatMap((row) => (row.state === state ? row.id : []));
  expect(idsOf('manual')).toEqual(Object.keys(peoplesRows));
  expect([idsOf('met').length, idsOf('notApplicable').length]).toEqual([80, 5]);
});

it('meets those, too, once they are attested', () => {
  const texts = Object.fromEntries(scaffold({}, 'en').map(({ path, text }) => [path, text]));
  const attestations = Object.keys(peoplesRows).map((row, line) => ({
    ...{ for: row, by: 'A', on: '2026-01-01', evidence: 'x', isExpired: false, path: CONFIG, line },
  }));
  const config = configFor(readConfig(CONFIG, texts[CONFIG]!).config, 'compose.yaml');
  const { coverage } = assessTree(texts, { config, attestations });
  expect(coverage.rows).toMatchObject({ met: 87, notApplicable: 5, manual: 0, unknown: 0, partial: 0, unmet: 0 });
});
