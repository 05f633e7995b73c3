/** What is nested too deep or too long to be read is told: nothing is left out without a word. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import { treeFiles } from './treeFiles';

const told = (name: string, text: string) =>
  lint(
    { uri: `file:///w/${name}`, text },
    { files: { text: () => null }, locale: 'en', profile: 'recommended', today: '2026-11-23' },
  )
    .findings.filter(({ rule }) => rule === 'MLPS-DOC-002')
    .map(({ range }) => range.start.line);
const nested = (depth: number) => `echo ${'$('.repeat(depth)}docker ps${')'.repeat(depth)}\n`;
const handedOn = (depth: number): string =>
  depth === 0 ? 'docker ps' : `sh -c ${JSON.stringify(handedOn(depth - 1))}`;
const maps = (depth: number) =>
  `services:\n  a:\n    image: a:1\nx-a:\n${Array.from({ length: depth }, (_, i) => `${' '.repeat(i + 1)}k:\n`).join('')}`;

describe('commands within each other', () => {
  it.each([
    ['run.sh', ''],
    ['Dockerfile', 'FROM alpine:3.22\nRUN '],
    ['compose.yaml', 'services:\n  a:\n    image: a\n    command: |\n      '],
    ['.gitlab-ci.yml', 'a:\n  script:\n    - '],
    ['Makefile', 'a:\n\t'],
    ['crontab', '0 0 * * * '],
  ])('in %s', (name, front) => {
    const text = (depth: number) =>
      front + (name === 'Makefile' || name === 'compose.yaml' ? nested(depth).replaceAll('$', '$$$$') : nested(depth));
    expect(told(name, text(20))).toEqual([]);
    expect(told(name, text(200))).toEqual([front.split('\n').length - 1]);
  });
  it('in a README as little as its other faults', () => {
    expect(told('README.md', `\`\`\`sh\n${nested(200)}\`\`\`\n`)).toEqual([]);
  });
  it('that one shell hands on to the next', () => {
    expect(told('run.sh', `${handedOn(3)}\n`)).toEqual([]);
    expect(told('run.sh', `true\n${handedOn(9)}\n`)).toEqual([1]);
  });
});

it('reads a RUN of any length, and tells of a command of a service that is not read', () => {
  const long = `${`echo ${'a'.repeat(1000)} && `.repeat(220)}docker run --privileged a:1`;
  const found = lint(
    { uri: 'file:///w/Dockerfile', text: `FROM alpine:3.22\nRUN ${long}\n` },
    { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-23' },
  ).findings.map(({ rule }) => rule);
  expect(found).not.toContain('MLPS-DOC-002');
  expect(told('compose.yaml', `services:\n  a:\n    image: a\n    command: sh -c "${long}"\n`)).toEqual([3]);
});

it('tells of broken YAML in a pipeline, and reads each of its documents', () => {
  const job = (image: string) => `kind: pipeline\nsteps:\n  - image: ${image}\n    commands: [a]\n`;
  expect(told('.gitlab-ci.yml', 'a:\n  script: [b\nc:\n  script: d\n')).toEqual([2]);
  expect(told('.drone.yml', `%YAML 1.2\n---\n# one\n${job('a:1')}---\n${job('b:1')}...\n`)).toEqual([]);
  expect(told('.drone.yml', `${job('a:1')}---\n${job('[')}`)).not.toEqual([]);
  expect(told('.drone.yml', `${job('a:1')}---\n`.repeat(150))).toEqual([499]);
});

it('tells of YAML that is nested too deep', () => {
  expect(told('compose.yaml', maps(100))).toEqual([]);
  expect(told('compose.yaml', maps(300))).toHaveLength(1);
});

it('tells of included settings of sshd that are not here, where all is asked for', () => {
  const include = 'PermitRootLogin no\nInclude /etc/ssh/sshd_config.d/*.conf\n';
  const notices = (text: string, profile: 'mlps3' | 'recommended', path = 'etc/ssh/sshd_config') =>
    lint(
      { uri: `file:///w/${path}`, text },
      {
        files: treeFiles({ 'file:///w/ssh/sshd_config.d/10-a.conf': 'PermitRootLogin no\n' }),
        ...{ locale: 'en', profile, today: '2026-11-23' },
      },
    )
      .findings.filter(({ rule }) => rule === 'MLPS-DOC-002')
      .map(({ severity, range }) => [severity, range.start.line]);
  expect(notices(include, 'mlps3')).toEqual([['info', 1]]);
  expect(notices(include, 'recommended')).toEqual([]);
  // The folder is there.
  expect(notices(include, 'mlps3', 'ssh/sshd_config')).toEqual([]);
  // What it says to some leaves the rest complete.
  expect(notices('Match User a\nInclude /etc/ssh/a/*.conf\n', 'mlps3')).toEqual([]);
});
