import { expect, it } from 'vitest';
import { isForJobs } from '../../../../src/worker/compliance/model/developmentFile';

it.each([
  ['file:///w/Dockerfile', false],
  ['file:///w/docker/Dockerfile.prod', false],
  ['file:///w/latest/docker-compose.yml', false],
  ['file:///w/contest/Dockerfile', false],
  ['file:///tests/a/b/c/d/Dockerfile', false],
  ['file:///w/Dockerfile.test', true],
  ['file:///w/docker-compose.ci.yml', true],
  ['file:///w/tests/db/Dockerfile', true],
  ['file:///w/.ci/docker-compose.yml', true],
  ['file:///w/.devcontainer/Dockerfile', true],
])('%s: %s', (uri, forJobs) => expect(isForJobs(uri)).toBe(forJobs));
