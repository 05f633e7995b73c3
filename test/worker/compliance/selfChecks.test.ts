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

it('a suppression of what only the larger profile finds has an effect in both', () => {
  const judged = (text: string, profile: Profile, uri = 'file:///w/Dockerfile') =>
    lint({ uri, text }, { files: { text: () => null }, locale: 'en', profile, today: '2026-11-28' }).findings.filter(
      ({ rule }) => rule === 'MLPS-DOC-003',
    );
  const profiles = ['recommended', 'mlps3'] as const;
  // MLPS-IMG-001 is a rule of mlps3; in examples some of the reports of MLPS-IMG-002 are left to it.
  const registry =
    '# mlps-lint disable-next-line MLPS-IMG-001 -- mirrored\nFROM registry.example.com/node:22.1.0\nUSER 1000\n';
  const example = '# mlps-lint disable-next-line MLPS-IMG-002 -- shown only\nFROM node:latest\nUSER 1000\n';
  for (const profile of profiles) {
    expect(judged(registry, profile), profile).toEqual([]);
    expect(judged(example, profile, 'file:///w/examples/Dockerfile'), profile).toEqual([]);
    expect(judged(registry.replace('FROM', 'ARG A=1\nFROM'), profile), profile).toHaveLength(1);
    expect(judged(registry.replace('IMG-001', 'IMG-999'), profile), profile).toHaveLength(1);
  }
});

const doc = (rule: string, uri: string, text: string, profile: Profile, undecoded = false) =>
  lint(
    { uri, text, undecoded },
    { files: { text: () => null }, locale: 'en', profile, today: '2026-11-28' },
  ).findings.filter((f) => f.rule === `MLPS-DOC-${rule}`).length;

it('a text for people of which nothing is judged may have any encoding', () => {
  const command = '# S\ufffdren\n\n```sh\ndocker run --privileged a:1\n```\n';
  expect(doc('004', 'file:///w/AUTHORS.md', '# Authors\n\nS\ufffdren\n', 'mlps3', true)).toBe(0);
  expect(doc('004', 'file:///w/AUTHORS.md', command, 'recommended', true)).toBe(1);
  expect(doc('004', 'file:///w/Dockerfile', '# S\ufffdren\nFROM scratch\n', 'recommended', true)).toBe(1);
});

it('what a test reads may be a file that cannot be read; what runs the test may not', () => {
  const text = 'FROM debian:13\nthis is not an instruction\n';
  expect(doc('002', 'file:///w/test/examples/Dockerfile', text, 'mlps3')).toBe(1);
  expect(doc('002', 'file:///w/test/examples/Dockerfile', text, 'recommended')).toBe(0);
  for (const fixture of ['spec/fixtures', 'tests/unit/data', 'testdata', 'e2e/invalid'])
    expect(doc('002', `file:///w/${fixture}/Dockerfile`, text, 'recommended'), fixture).toBe(0);
  for (const own of ['Dockerfile', 'test/Dockerfile', 'ci/docker/Dockerfile', 'data/Dockerfile', 'examples/Dockerfile'])
    expect(doc('002', `file:///w/${own}`, text, 'recommended'), own).toBe(1);
});
