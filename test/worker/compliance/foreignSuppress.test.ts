/** Other tools' comments silence our rules by their peer ids, and only when asked for. */
import { expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';

const shown = (name: string, text: string, foreignSuppressions = true) =>
  lint(
    { uri: `file:///w/${name}`, text },
    {
      files: { text: () => null },
      locale: 'en',
      profile: 'recommended',
      today: '2026-11-25',
      group: false,
      config: { foreignSuppressions },
    },
  )
    .findings.filter((f) => !f.suppressed)
    .map((f) => f.rule.slice(5));

const head = 'FROM debian:13.1\nUSER app\n';

it.each([
  ['# hadolint ignore=DL3004,DL3008\nRUN sudo ls', 'BLD-005'],
  ['# hadolint ignore=DL3004\nRUN ls && \\\n  sudo ls', 'BLD-005'],
  ['# hadolint global ignore=DL3020\nUSER app\nADD a b', 'BLD-004'],
  ['# checkov:skip=CKV_DOCKER_4:on purpose\nADD a b', 'BLD-004'],
  ['# trivy:ignore:AVD-DS-0005\nADD a b', 'BLD-004'],
  ['# trivy:ignore:DS005\nADD a b', 'BLD-004'],
  ['# check=skip=SecretsUsedInArgOrEnv\nENV DB_PASSWORD=abc', 'SEC-001'],
  ['# kics-scan ignore-line\nRUN sudo ls', 'BLD-005'],
  ['# nosemgrep: dockerfile.security.no-sudo-in-dockerfile\nRUN sudo ls', 'BLD-005'],
])('%j', (text, rule) => {
  expect(shown('Dockerfile', head + text, false)).toContain(rule);
  expect(shown('Dockerfile', head + text)).not.toContain(rule);
});

it('takes neither another id nor another line', () => {
  expect(shown('Dockerfile', `${head}# hadolint ignore=DL3008\nRUN sudo ls`)).toContain('BLD-005');
  expect(shown('Dockerfile', `${head}# hadolint ignore=DL3004\nRUN ls\nRUN sudo ls`)).toContain('BLD-005');
});

it('knows dclint in compose', () => {
  const text = (comment: string) => `services:\n  a:\n    image: nginx ${comment}\n`;
  expect(shown('compose.yaml', text(''))).toContain('IMG-002');
  expect(shown('compose.yaml', text('# dclint disable-line service-image-require-explicit-tag'))).not.toContain(
    'IMG-002',
  );
});
