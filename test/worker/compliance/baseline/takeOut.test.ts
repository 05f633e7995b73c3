import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { baselineOf } from '../../../../src/worker/compliance/baseline/baselineOf';
import { holdBaseline } from '../../../../src/worker/compliance/baseline/heldBaseline';
import { readBaseline } from '../../../../src/worker/compliance/baseline/readBaseline';
import { takeOut } from '../../../../src/worker/compliance/baseline/takeOut';
import { writeBaseline } from '../../../../src/worker/compliance/baseline/writeBaseline';
import { finding } from '../report/sample';

const print = (n: number) => n.toString(16).padStart(16, '0');
const found = [1, 2, 2, 3].map((n) => finding('m', { fingerprint: print(n) }));
const text = writeBaseline(
  baselineOf(
    ['a.yaml', 'b.yaml'].map((path) => ({ path, profile: 'mlps3', findings: found })),
    '2026-01-31',
    '1',
  ),
);
const held = (written = text, path = 'a.yaml') => holdBaseline({ uri: 'u', text: written, path });
const countsAfter = (written: string, ...prints: number[]) => {
  const taken = prints.map((n) => finding('m', { fingerprint: print(n) }));
  const after = applyEdits(written, [takeOut(held(written), taken)!]);
  return readBaseline(after).findings.map(({ path, count }) => `${path} ${count}`);
};

describe('takeOut', () => {
  it('takes one of equal findings, of this file, and the entry with the last', () => {
    expect(countsAfter(text, 2)).toEqual(['a.yaml 1', 'a.yaml 1', 'a.yaml 1', 'b.yaml 1', 'b.yaml 2', 'b.yaml 1']);
    expect(countsAfter(text, 1, 3)).toEqual(['a.yaml 2', 'b.yaml 1', 'b.yaml 2', 'b.yaml 1']);
    expect(countsAfter(text, 1, 2, 2, 3)).toEqual(['b.yaml 1', 'b.yaml 2', 'b.yaml 1']);
  });

  it('leaves what would be written without them, whatever the form before', () => {
    const own = readBaseline(text);
    const forms = [text, text.replaceAll('\n', '\r\n'), JSON.stringify(own), JSON.stringify(own, undefined, 4)];
    fc.assert(
      fc.property(fc.subarray([1, 2, 2, 3]), fc.constantFrom(...forms), fc.boolean(), (prints, form, isLast) => {
        const path = isLast ? 'b.yaml' : 'a.yaml';
        const taken = prints.map((n) => finding('m', { fingerprint: print(n) }));
        const edit = takeOut(held(form, path), taken);
        const rest = [...prints];
        const wanted = baselineOf(
          ['a.yaml', 'b.yaml'].map((at) => ({
            path: at,
            profile: 'mlps3',
            findings: found.filter(({ fingerprint }) => {
              const i = at === path ? rest.findIndex((n) => print(n) === fingerprint) : -1;
              if (i >= 0) rest.splice(i, 1);
              return i < 0;
            }),
          })),
          '2026-01-31',
          '1',
        );
        const after = edit ? applyEdits(form, [edit]) : form;
        expect(edit === undefined).toBe(prints.length === 0);
        expect(writeBaseline(readBaseline(after))).toBe(writeBaseline(wanted));
        if (form === text) expect(after).toBe(writeBaseline(wanted));
      }),
      { numRuns: 100, seed: 2 },
    );
    const one = writeBaseline(baselineOf([{ path: 'a.yaml', profile: 'mlps3', findings: found.slice(0, 1) }], '', ''));
    expect(applyEdits(one, [takeOut(held(one), found)!])).toBe(one.replace(/\[\n {4}\{.*\}\n {2}\]/, '[]'));
  });

  it('changes no other line, and keeps line breaks', () => {
    const edit = takeOut(held(), [finding('m', { fingerprint: print(1) })])!;
    expect(edit.range.end.line - edit.range.start.line).toBeLessThanOrEqual(1);
    const windows = text.replaceAll('\n', '\r\n');
    const after = applyEdits(windows, [takeOut(held(windows), [finding('m', { fingerprint: print(1) })])!]);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(countsAfter(windows, 1)).toHaveLength(5);
  });

  it('gives nothing where there is nothing to take', () => {
    expect(takeOut(held(), [finding('m', { fingerprint: print(9) })])).toBeUndefined();
    expect(takeOut(held(text, 'c.yaml'), found)).toBeUndefined();
    expect(takeOut(held('{'), found)).toBeUndefined();
  });
});
