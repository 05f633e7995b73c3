/** The published schema of the report's JSON, held against reports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEarlierReport } from '../../../../src/worker/compliance/assess/changes/readEarlierReport';
import { jsonAssessment } from '../../../../src/worker/compliance/assess/report/json';
import { ruleSetHash } from '../../../../src/worker/compliance/assess/ruleSet';
import { assessmentSchema } from '../../../../src/worker/compliance/assess/schema';
import { finished } from '../../../../src/worker/compliance/finished';
import { rules } from '../../../../src/worker/compliance/rules/index';
import type { Assessment } from '../../../../src/worker/protocol/assessment';
import { assessTree } from './assessTree';
import { arbitraryAssessment } from './report/arbitraryAssessment';

const published = readFileSync(join(import.meta.dirname, '../../../../media/schema/report.schema.json'), 'utf8');
const validate = new Ajv().compile(JSON.parse(published));
const errorsOf = (assessment: Assessment) => {
  validate(JSON.parse(finished(jsonAssessment({ assessment, rules, locale: 'en' }))));
  return validate.errors ?? [];
};
const TEXTS = {
  'compose.yaml': 'services:\n  web:\n    image: ${IMAGE}\n    privileged: true # mlps-disable MLPS-RUN-008: test\n',
};

it('is the generated one', () => expect(JSON.parse(published)).toEqual(assessmentSchema()));

it('takes real reports, compared ones too', async () => {
  const ruleSet = await ruleSetHash(rules);
  const first = assessTree(TEXTS, { ruleSet });
  expect(errorsOf(first)).toEqual([]);
  const earlier = readEarlierReport(JSON.stringify(first));
  expect(errorsOf(assessTree({ 'compose.yaml': 'services:\n  web:\n    image: a\n' }, { ruleSet, earlier }))).toEqual(
    [],
  );
  expect(errorsOf(assessTree({}, { ruleSet }))).toEqual([]);
});

it('takes reports of every state', () => {
  const hash = '0'.repeat(64);
  fc.assert(
    fc.property(arbitraryAssessment, (assessment) => {
      const files = assessment.files.map((file) => ({ ...file, sha256: hash }));
      expect(errorsOf({ ...assessment, ruleSet: hash, files })).toEqual([]);
    }),
    { numRuns: 60, seed: 6 },
  );
});

it('refuses what the report does not have', () => {
  const assessment = { ...assessTree(TEXTS, { ruleSet: '0'.repeat(64) }), schema: 2, verdict: '符合' } as never;
  expect(errorsOf(assessment)).not.toEqual([]);
});
