/** Which compose files are by their names laid over others. */
import { expect, it } from 'vitest';
import { isFragmentName, isVariantName } from '../../../../../src/worker/compliance/documents/compose/composeNames';

it.each([
  ['docker-compose-all.yml', true, false],
  ['docker-compose.prod.yml', true, true],
  ['compose.override.yaml', true, true],
  ['docker-compose.local.arm64.yml', true, true],
  ['compose.yaml', false, false],
  ['docker-compose.device.yml', true, false],
])('%s: fragment %s, variant %s', (name, fragment, variant) => {
  expect([isFragmentName(name), isVariantName(name)]).toEqual([fragment, variant]);
});
