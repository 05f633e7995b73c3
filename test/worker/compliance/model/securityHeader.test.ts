import { expect, it } from 'vitest';
import { protectionsOf } from '../../../../src/worker/compliance/model/securityHeader';

it.each([
  ['max-age=31536000', true],
  ['includeSubDomains; Max-Age = "86400"', true],
  ['max-age=86399; includeSubDomains', false],
  ['max-age=0', false],
  ['includeSubDomains', false],
  ['max-age=$seconds', true],
  ['', true],
])('HSTS of %j', (value, holds) =>
  expect(protectionsOf({ name: 'Strict-Transport-Security', value })).toEqual(holds ? ['hsts'] : []),
);
