import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../../../src/worker/compliance/baseline/baseline';
import { baselineOf } from '../../../../src/worker/compliance/baseline/baselineOf';
import { holdBaseline } from '../../../../src/worker/compliance/baseline/heldBaseline';
import { isBaselineText } from '../../../../src/worker/compliance/baseline/isBaselineText';
import { readBaseline } from '../../../../src/worker/compliance/baseline/readBaseline';
import { baselineSchema } from '../../../../src/worker/compliance/baseline/schema';
import { writeBaseline } from '../../../../src/worker/compliance/baseline/writeBaseline';
import { foundIn } from './foundIn';

const SECRET =
  'services:\n  web:\n    image: app:1\n    environment:\n      DB_PASSWORD: hunter2\n      API_URL: https://ada:hunter3@x.y/\n';
const baseline = baselineOf(
  [
    { path: 'b/compose.yaml', profile: 'mlps3', findings: foundIn(SECRET).findings },
    { path: 'a.yaml', profile: 'recommended', findings: foundIn('services:\n  a:\n    image: a\n').findings },
  ],
  '2026-01-31',
  '1.2.3',
);
const text = writeBaseline(baseline);
const validate = new Ajv().compile(baselineSchema());
const codeOf = (written: string): string => {
  try {
    readBaseline(written);
    return 'read';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a baseline', () => {
  it('is valid by its schema, in order, one finding a line, and read as it was written', () => {
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
    expect(text.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(
      readBaseline(text).findings.length,
    );
    expect(writeBaseline(readBaseline(text))).toBe(text);
    expect(writeBaseline({ ...baseline, findings: baseline.findings.toReversed() })).toBe(text);
    const paths = readBaseline(text).findings.map(({ path }) => path);
    expect(paths).toEqual(paths.toSorted());
  });

  it('holds no word of the files', () => {
    expect(foundIn(SECRET).findings.some(({ rule }) => rule.startsWith('MLPS-SEC'))).toBe(true);
    expect(text).not.toMatch(/hunter|ada|DB_PASSWORD/);
  });

  it('may be empty', () => {
    const empty = writeBaseline({ ...baseline, findings: [] });
    expect(validate(JSON.parse(empty))).toBe(true);
    expect(readBaseline(empty).findings).toEqual([]);
  });

  const { findings: _, ...withoutFindings } = baseline;
  const changed = (change: object) => JSON.stringify({ ...baseline, ...change });
  const entry = (change: object) => changed({ findings: [{ ...baseline.findings[0], ...change }] });
  it.each([
    ['baseline-not-json', ''],
    ['baseline-not-json', text.slice(0, -5)],
    ['baseline-not-json', `<<<<<<< HEAD\n${text}`],
    ['baseline-shape', '[]'],
    ['baseline-shape', 'null'],
    ['baseline-shape', '{}'],
    ['baseline-shape', changed({ version: '1' })],
    ['baseline-newer', JSON.stringify({ version: 2 })],
    ['baseline-shape', JSON.stringify(withoutFindings)],
    ['baseline-shape', changed({ findings: {} })],
    ['baseline-shape', entry({ fingerprint: 'xyz' })],
    ['baseline-shape', entry({ count: 0 })],
    ['baseline-shape', entry({ count: 1.5 })],
    ['baseline-shape', entry({ path: 1 })],
    ['baseline-shape', entry({ message: 'x'.repeat(4097) })],
    ['read', entry({ message: 'x'.repeat(4096) })],
    ['baseline-shape', changed({ profiles: Array(101).fill('mlps3') })],
    ['baseline-too-large', ' '.repeat(16_000_001)],
    ['read', `\ufeff${text}`],
    ['read', changed({ more: true })],
  ])('%s', (code, written) => expect(codeOf(written)).toBe(code));

  it('is refused by a fault of its own, however it is damaged', () => {
    const damage = fc.array(
      fc.record({
        at: fc.nat(text.length),
        length: fc.nat(40),
        put: fc.oneof(
          fc.constantFrom('{', '}', '[', ']', '"', ',', 'null', '-1', '1e999', '\\', '\u0000', '__proto__'),
          fc.string(),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(damage, (all) => {
        const damaged = all.reduce((now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length), text);
        expect(codeOf(damaged)).toMatch(/^(read|baseline-(not-json|shape|newer))$/);
        expect(() => holdBaseline({ uri: 'u', text: damaged, path: 'constructor' })).not.toThrow();
      }),
      { numRuns: 500, seed: 11 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => void expect(codeOf(json)).toBe('baseline-shape')),
      { numRuns: 200, seed: 5 },
    );
  });

  it('may be overwritten where it is one, of any version, and however damaged', () => {
    for (const own of [
      '',
      ' \n',
      text,
      text.replace('"version": 1', '"version": 9'),
      `${text}=======`,
      JSON.stringify(baseline),
    ])
      expect(isBaselineText(own)).toBe(true);
    for (const other of ['services:\n', '{}', '{"version": 1, "tool": "x"}', ` x${text}`])
      expect(isBaselineText(other)).toBe(false);
  });

  it('is what it names: version, tool, rules, profiles, date', () => {
    const { version, tool, ruleSet, profiles, date }: Baseline = readBaseline(text);
    expect({ version, tool, profiles, date }).toEqual({
      ...{ version: 1, tool: { name: 'QR Code Master', version: '1.2.3' } },
      ...{ profiles: ['mlps3', 'recommended'], date: '2026-01-31' },
    });
    expect(ruleSet.rules).toBeGreaterThan(50);
  });
});
