import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gitlabReport } from '../../../../src/worker/compliance/report/gitlab';
import type { ReportInput } from '../../../../src/worker/compliance/report/reportInput';
import { isOpen } from '../../../../src/worker/protocol/isOpen';
import { anyInput, finding, input } from './sample';

const issues = (given: ReportInput) => JSON.parse(gitlabReport(given)) as Record<string, unknown>[];

it('lists what counts, and what was not judged, each with a fingerprint of its own', () => {
  fc.assert(
    fc.property(anyInput, (given) => {
      const all = issues(given);
      expect(all).toHaveLength(
        given.files.flatMap(({ findings }) => findings.filter(isOpen)).length + (given.notJudged ?? []).length,
      );
      expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(all.length);
      const described = all.map(({ description }) => description).join('');
      expect(described).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/);
    }),
    { numRuns: 300, seed: 3 },
  );
});

it('has the shape that GitLab reads', () => {
  expect(issues(input(finding('m')))).toEqual([
    {
      description: 'm',
      check_name: 'MLPS-RUN-003',
      fingerprint: '0123456789abcdef a/compose.yaml',
      severity: 'major',
      location: { path: 'a/compose.yaml', lines: { begin: 5 } },
    },
  ]);
});
