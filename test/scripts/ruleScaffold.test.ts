/**
 * A new rule's files: right names for every kind, nothing overwritten, and clear words about what
 * cannot be.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILL_IN, factOf, fixtureName, modelsFor, readRequest, writeRule } from '../../scripts/ruleScaffold';
import { kindOf } from '../../src/worker/compliance/kindOf';
import { kinds } from '../../src/worker/protocol/fileKinds';
import { codesDocument } from '../../src/worker/protocol/pictureCodes';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new-rule-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const request = (line: string) => readRequest(line.split(' '));

it('writes a rule with a check for the fact of its kind, and its fixtures', () => {
  const written = writeRule(root, request('no-open-door --kind daemon --id MLPS-LOG-999'));
  expect(written).toEqual([
    'src/worker/compliance/rules/log/noOpenDoor.ts',
    'test/fixtures/rules/no-open-door/valid.daemon.json',
    'test/fixtures/rules/no-open-door/invalid.daemon.json',
    'test/fixtures/rules/no-open-door/fixed.daemon.json',
  ]);
  const rule = readFileSync(join(root, written[0]!), 'utf8');
  // The generated list finds a rule by this form.
  expect(rule).toMatch(/^export const noOpenDoor: Rule = \{\n {2}id: 'MLPS-LOG-999',$/m);
  expect(rule).toContain("name: 'no-open-door'");
  expect(rule).toMatch(/^ {4}daemon\(fact, \{ report \}\) \{$/m);
  for (const path of written) expect(readFileSync(join(root, path), 'utf8')).toContain(FILL_IN);
});

it('overwrites nothing', () => {
  const again = () => writeRule(root, request('no-open-door --kind env --id MLPS-LOG-999'));
  expect(again).toThrow('noOpenDoor.ts exists');
  expect(readdirSync(join(root, 'test/fixtures/rules/no-open-door'))).toHaveLength(3);
});

describe.each(kinds)('%s', (kind) => {
  it('has a file name that is one of its own', () =>
    expect(kindOf(`/w/${fixtureName(kind)}`, kind === 'picture' ? codesDocument([]) : '')).toBe(kind));
  it('has rules to learn from', () => {
    const models = modelsFor(kind);
    expect(models.length).toBeGreaterThan(0);
    expect(models.filter((path) => !existsSync(join(import.meta.dirname, '../..', path)))).toEqual([]);
  });
  it('gives facts that a check can judge', () => expect(factOf(kind)).not.toBe('text'));
});

it.each([
  ['no-open-door --kind daemon', 'Usage'],
  ['no-open-door', 'dockerfile, compose'],
  ['no-open-door', 'BLD, DOC'],
  ['no-open-door --kind daemon --id MLPS-LOG-999 --loud yes', '--loud'],
  ['NoOpenDoor --kind daemon --id MLPS-LOG-999', 'NoOpenDoor'],
  ['no-open-door --kind toaster --id MLPS-LOG-999', 'dockerfile, compose'],
  ['no-open-door --kind daemon --id LOG-999', 'LOG-999'],
  ['no-open-door --kind daemon --id MLPS-XYZ-001', 'BLD, DOC'],
  ['no-open-door --kind daemon --id MLPS-RUN-008', 'MLPS-RUN-008 no-privileged'],
  ['no-privileged --kind daemon --id MLPS-RUN-999', 'MLPS-RUN-008 no-privileged'],
])('refuses %s', (line, words) => expect(() => request(line)).toThrow(words));
