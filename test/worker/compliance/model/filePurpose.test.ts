import { expect, it } from 'vitest';
import { isForJobs, purposeOf } from '../../../../src/worker/compliance/model/filePurpose';
import type { Kind } from '../../../../src/worker/protocol/fileKinds';

const files = { text: (uri: string) => (uri === 'file:///w/action/action.yml' ? "runs:\n  using: 'docker'\n" : null) };

it.each([
  ['Dockerfile', undefined],
  ['docker/Dockerfile.prod', undefined],
  ['latest/docker-compose.yml', undefined],
  ['contest/Dockerfile', undefined],
  ['docs/Dockerfile', undefined],
  ['docker-compose.override.yml', undefined],
  ['tests/a/b/c/d/Dockerfile', 'tests'],
  ['Dockerfile.test', 'tests'],
  ['docker-compose.ci.yml', 'tests'],
  ['tests/db/Dockerfile', 'tests'],
  ['.ci/docker-compose.yml', 'tests'],
  ['tools/ci_build/linux/docker/inference/Dockerfile', 'tests'],
  ['kokoro/linux/Dockerfile', 'tests'],
  ['bench.Dockerfile', 'tests'],
  ['.devcontainer/Dockerfile', 'workplace'],
  ['gitpod/Dockerfile', 'workplace'],
  ['docker-compose-dev.yml', 'development'],
  ['docker/dev/compose.yaml', 'development'],
  ['examples/tls/compose.yaml', 'sample'],
  ['compose-samples/tls/compose.yaml', 'sample'],
  ['Dockerfile.builder', 'build'],
])('%s: %s', (path, purpose) =>
  expect(purposeOf(`file:///w/${path}`, '', 'compose', files, { folder: 'file:///w' })).toBe(purpose),
);

it('does not ask folders above the workspace', () => {
  expect(
    purposeOf('file:///home/me/tests/shop/compose.yaml', '', 'compose', files, {
      folder: 'file:///home/me/tests/shop',
    }),
  ).toBeUndefined();
  expect(
    purposeOf('file:///home/me/tests/shop/compose.yaml', '', 'compose', files, { folder: 'file:///home/me' }),
  ).toBe('tests');
});

it.each([
  ['# Image for running the integration tests.\nFROM debian:13\n', 'tests'],
  ['#!/bin/sh\n\n# 仅用于本地开发\ndocker run a\n', 'development'],
  ['# Development environment of the shop.\nservices: {}\n', 'development'],
  ['# For development and production.\nservices: {}\n', undefined],
  ['# 开发环境与生产环境共用\nservices: {}\n', undefined],
  ['# The shop\nservices:\n  # for tests\n  a: {}\n', undefined],
  ['services: {}\n', undefined],
])('the first comment says so: %j', (text, purpose) =>
  expect(purposeOf('a/compose.yaml', text, 'compose', files)).toBe(purpose),
);

it.each<[Kind, string, string | undefined]>([
  ['ci', '.gitlab-ci.yml', 'tests'],
  ['ci', 'azure-pipelines.yml', undefined],
  ['jenkins', 'Jenkinsfile', undefined],
  ['markdown', 'tests/README.md', 'tests'],
  ['markdown', 'examples/README.md', undefined],
  ['markdown', 'dev.md', undefined],
  ['markdown', '_posts/a.md', 'post'],
  ['markdown', 'blog/2018-12-11-time-zones.md', 'post'],
  ['markdown', 'docs/blog/compose.md', 'post'],
  ['markdown', 'changes/2018-12.md', undefined],
])('judges pipelines and what Markdown tells to do for themselves: %s', (kind, path, purpose) =>
  expect(purposeOf(`file:///w/${path}`, '', kind, files, { folder: 'file:///w' })).toBe(purpose),
);

it('takes a sample for no job', () =>
  expect(['tests', 'build', 'sample', undefined].map((p) => isForJobs(p as never))).toEqual([
    true,
    true,
    false,
    false,
  ]));

it.each([
  ['docs/Dockerfile', '', 'sample'],
  ['docs/tests/Dockerfile', '', 'tests'],
  ['action/Dockerfile', '', 'action'],
  ['a/Dockerfile', 'FROM node:24\nLABEL "com.github.actions.name"="Lint"\n', 'action'],
  ['a/Dockerfile', 'FROM node:24\nLABEL name=lint\n', undefined],
])('of an image: %s %j', (path, text, purpose) =>
  expect(purposeOf(`file:///w/${path}`, text, 'dockerfile', files, { folder: 'file:///w' })).toBe(purpose),
);

it.each([
  ['debian/app.logrotate', 'sample'],
  ['packaging/logrotate.d/app', 'sample'],
  ['etc/logrotate.d/app', undefined],
] as const)('what packages bring is a proposal: %s', (path, purpose) =>
  expect(purposeOf(`file:///w/${path}`, '', 'logrotate', files, { folder: 'file:///w' })).toBe(purpose),
);
