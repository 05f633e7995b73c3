/**
 * `docker run` lines of the specification's example and in every file that may hold them, judged by
 * all rules.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { lint } from '../../../src/worker/compliance/lint';
import type { LintContext } from '../../../src/worker/compliance/lintContext';
import { rules } from '../../../src/worker/compliance/rules/index';

const DEPLOY = readFileSync(join(import.meta.dirname, '../../fixtures/documents/deploy.md'), 'utf8');
const context: LintContext = {
  files: { text: () => null },
  locale: 'en',
  profile: 'mlps3',
  today: '2026-11-23',
  group: false,
};
const runbook: LintContext = { ...context, config: { runbook: true } };
const found = (uri: string, text: string, more = context) => lint({ uri, text }, more).findings;
const ids = (uri: string, text: string, more = context) =>
  [
    ...new Set(
      found(uri, text, more)
        .filter((f) => !f.suppressed)
        .map((f) => f.rule),
    ),
  ].sort();

/** Rules that are written by now; the list of the specification holds for all. */
const written = (...numbers: string[]) =>
  numbers.map((n) => `MLPS-${n}`).filter((id) => rules.some((r) => r.id === id));

const fenceOf = (heading: string): string => {
  const start = DEPLOY.indexOf('```', DEPLOY.indexOf(heading));
  return DEPLOY.slice(start, DEPLOY.indexOf('```\n', start + 3) + 4);
};

describe('the example of the specification', () => {
  it('3.2 docker run: exactly what the checklist expects', () => {
    const expected = written(
      ...[
        'IMG-001',
        'LOG-002',
        'LOG-005',
        'NET-001',
        'NET-008',
        'RUN-007',
        'RUN-009',
        'RUN-016',
        'RUN-017',
        'RUN-018',
        'RUN-020',
        'RUN-023',
      ],
    );
    expect(ids('a.md', fenceOf('启动容器'), runbook)).toEqual(expected);
  });

  it('3.1 pull: the digest, not the tag', () => {
    const rulesFound = ids('a.md', fenceOf('拉取镜像'), runbook);
    expect(rulesFound).toEqual(written('IMG-001', 'IMG-004', 'IMG-005'));
  });

  it('4.2 compose fragment: nothing is called missing', () => {
    expect(ids('a.md', fenceOf('日志'), runbook)).toEqual(written('LOG-003', 'LOG-004'));
  });

  it('6.1 trivy: a scan that cannot fail; a name in a comment is no image', () => {
    expect(ids('a.md', fenceOf('扫描'), runbook)).toEqual(written('IMG-006'));
    expect(found('a.md', fenceOf('扫描')).map((f) => f.severity)).toEqual(['info']);
  });

  it('is mild in documentation, and counts in full in a runbook', () => {
    expect(new Set(found('a.md', DEPLOY).map((f) => f.severity))).toEqual(new Set(['info']));
    expect(found('a.md', DEPLOY, runbook).map((f) => f.severity)).toContain('warning');
  });

  it('places findings in the document', () => {
    const finding = found('a.md', DEPLOY).find((f) => f.rule === 'MLPS-NET-001')!;
    const line = DEPLOY.split('\n')[finding.range.start.line]!;
    expect(line.slice(finding.range.start.character, finding.range.end.character)).toBe('8080:8080');
  });

  it('is fixed in place, and stays fixed', () => {
    let text = DEPLOY;
    for (let round = 0; round < 40; round++) {
      const fix = found('a.md', text).flatMap((f) => f.fixes)[0];
      if (!fix) break;
      text = applyEdits(text, fix.edits);
    }
    expect(text).toContain('  -p 127.0.0.1:8080:8080 \\\n');
    expect(text).toContain('  --security-opt no-new-privileges:true \\\n');
    expect(text).not.toContain('CAP_NET_BIND_SERVICE');
    expect(ids('a.md', text)).not.toEqual(expect.arrayContaining(['MLPS-NET-001']));
    expect(text.split('\n').filter((l) => l.startsWith('```')).length).toBe(
      DEPLOY.split('\n').filter((l) => l.startsWith('```')).length,
    );
  });
});

describe('wherever a run line stands', () => {
  it.each<[string, string]>([
    ['deploy.sh', '#!/bin/sh\ndocker run --privileged a:1\n'],
    ['deploy', '#!/usr/bin/env bash\ndocker run --privileged a:1\n'],
    ['deploy.ps1', 'docker run `\r\n  --privileged a:1\r\n'],
    ['deploy.cmd', '@docker run ^\r\n  --privileged a:1\r\n'],
    ['Makefile', 'x:\n\t@docker run --privileged a:1\n'],
    ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: docker run --privileged a:1\n'],
    ['.gitlab-ci.yml', 'a:\n  script:\n    - docker run --privileged a:1\n'],
    ['a.service', '[Service]\nExecStart=/usr/bin/docker run --privileged a:1\n'],
    ['a.md', '```sh\ndocker run --privileged a:1\n```\n'],
    ['a.md', '```\n$ podman run --privileged a:1\n```\n'],
  ])('%s', (uri, text) => {
    const finding = found(uri, text).find((f) => f.rule === 'MLPS-RUN-008')!;
    const fixed = applyEdits(text, finding.fixes[0]!.edits);
    expect(fixed).toContain('run');
    expect(fixed).not.toContain('--privileged');
    expect(ids(uri, fixed)).not.toContain('MLPS-RUN-008');
  });

  it('is what Jenkins makes of the arguments of an agent, of which nothing is called missing', () => {
    const agent = `agent { docker { image 'a:1@sha256:${'a'.repeat(64)}'; args '-v m2:/m2 --privileged' } }`;
    const pipeline = (more: string) =>
      `pipeline { ${more}; stages { stage('a') { steps { script { docker.image(A).inside("--pid host") { } } } } } }`;
    expect(ids('Jenkinsfile', pipeline(agent))).toEqual(['MLPS-RUN-008', 'MLPS-RUN-014']);
    const text = pipeline(agent.replace('docker', 'kubernetes'));
    expect(ids('Jenkinsfile', text)).toEqual(['MLPS-RUN-014']);
    const { start, end } = found('Jenkinsfile', text)[0]!.range;
    expect(text.slice(start.character, end.character)).toBe('--pid host');
  });

  it('says nothing of missing options when options may be hidden', () => {
    expect(ids('a.sh', 'docker run "${ARGS[@]}" a:1@sha256:' + 'a'.repeat(64))).toEqual([]);
    expect(ids('a.sh', 'echo "docker run --privileged a"; # docker run b')).toEqual([]);
  });

  it('names images of pulls and jobs', () => {
    expect(ids('a.sh', 'docker pull -q nginx')).toContain('MLPS-IMG-002');
    expect(ids('.gitlab-ci.yml', 'a:\n  image: node:latest\n  script: [x]\n')).toContain('MLPS-IMG-002');
  });

  it('silences a whole command and a whole fence', () => {
    const off = (uri: string, text: string) =>
      found(uri, text)
        .filter((f) => !f.suppressed)
        .map((f) => f.rule);
    expect(off('a.sh', '# mlps-lint disable-next-line -- why\ndocker run \\\n  --privileged \\\n  a\n')).toEqual([]);
    expect(
      off('a.md', '<!-- mlps-lint disable-next-line -- why -->\n```sh\nx\ndocker run --privileged a\n```\n'),
    ).toEqual([]);
    expect(
      off('a.md', '<!-- mlps-lint disable-next-line -- why -->\n```sh\n```\n```sh\ndocker run --privileged a\n```\n'),
    ).not.toEqual([]);
  });
});

it('takes lines of a script that look like prompts for what they are', () => {
  const help = 'cat <<EOF\nUsage:\n  $ ./deploy.sh\n> docker run a:1\nEOF\n';
  expect(ids('file:///deploy.sh', `#!/bin/sh\n${help}docker run --privileged x:1\n`)).toContain('MLPS-RUN-008');
});
