/** Reports that are JSON do nothing to the terminal or the build server that they are printed in. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonAssessment } from '../../../../src/worker/compliance/assess/report/json';
import { writeBaseline } from '../../../../src/worker/compliance/baseline/writeBaseline';
import { finished } from '../../../../src/worker/compliance/finished';
import { gitlabReport } from '../../../../src/worker/compliance/report/gitlab';
import { jsonReport } from '../../../../src/worker/compliance/report/json';
import { sarifReport } from '../../../../src/worker/compliance/report/sarif';
import { rules } from '../../../../src/worker/compliance/rules/index';
import { UNSAFE } from '../../../../src/worker/text/visible';
import { arbitraryAssessment } from '../assess/report/arbitraryAssessment';
import { anyInput } from './sample';

const RUNS = { numRuns: 200, seed: 5 };
const expectInert = (json: string) => {
  expect(json.replaceAll('\n', '')).not.toMatch(UNSAFE);
};

it.each([
  ['json', jsonReport],
  ['sarif', sarifReport],
  ['gitlab', gitlabReport],
])('%s of any findings', (_, report) => {
  fc.assert(
    fc.property(anyInput, (given) => expectInert(report(given))),
    RUNS,
  );
});

it('the report on a deployment, whose texts are the same to whoever parses it', () => {
  fc.assert(
    fc.property(arbitraryAssessment, (assessment) => {
      const json = finished(jsonAssessment({ assessment, rules, locale: 'en' }));
      expectInert(json);
      expect(JSON.parse(json).files).toEqual(JSON.parse(JSON.stringify(assessment.files)));
    }),
    { numRuns: 60, seed: 5 },
  );
});

it('a baseline', () => {
  const path = 'a\u202eb\u009b0m##vso[x].yaml';
  const entry = { path, rule: 'MLPS-RUN-003', fingerprint: '0123456789abcdef', count: 1, message: '\u2028\u0085' };
  const [tool, ruleSet] = [
    { name: 'x\u202e', version: '1' },
    { standard: 'x', rules: 1 },
  ];
  const json = writeBaseline({ version: 1, tool, ruleSet, profiles: ['mlps3'], date: '2026-01-15', findings: [entry] });
  expectInert(json);
  expect(JSON.parse(json).findings).toEqual([entry]);
});
