import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../../../src/worker/compliance/config/schema';
import { WHOLE } from './whole';

describe('the schema', () => {
  const valid = new Ajv({ strict: false }).compile(configSchema());
  it('takes what the reader takes', () => expect(valid(parse(WHOLE)), JSON.stringify(valid.errors)).toBe(true));
  it.each([
    'profil: mlps3',
    'profile: strict',
    'rules: { MLPS-XXX-999: off }',
    'waivers: [{ rule: MLPS-IMG-001 }]',
    'overrides: [{ profile: mlps3 }]',
  ])('refuses %s', (text) => expect(valid(parse(text))).toBe(false));
});
