import { expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import type { Profile } from '../../../src/worker/protocol/finding';

const judge = (comment: string, profile: Profile) =>
  lint(
    {
      uri: 'file:///w/Dockerfile',
      text: `# mlps-lint disable-next-line MLPS-IMG-002${comment}\nFROM node:latest\nUSER 1000\n`,
    },
    { files: { text: () => null }, locale: 'en', profile, today: '2026-11-28' },
  ).findings.filter(({ rule }) => rule === 'MLPS-DOC-003');

it.each(['recommended', 'mlps3'] as const)('a suppression without a reason is reported in %s', (profile) => {
  for (const comment of ['', ' --', ' -- ', ' until 2027-01-31'])
    expect(judge(comment, profile), comment).toHaveLength(1);
  expect(judge(' -- pinned by the base image', profile)).toEqual([]);
});
