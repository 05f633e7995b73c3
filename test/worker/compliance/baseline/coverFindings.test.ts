import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../../src/worker/compliance/baseline/baselineOf';
import { coverFindings } from '../../../../src/worker/compliance/baseline/coverFindings';
import { writeBaseline } from '../../../../src/worker/compliance/baseline/writeBaseline';
import type { KnownFinding } from '../../../../src/worker/protocol/finding';
import { finding } from '../report/sample';
import { foundIn } from './foundIn';

const known = (rule: string, fingerprint: string, count: number): KnownFinding => ({
  rule,
  fingerprint,
  count,
  message: '',
});
const anyFinding = fc
  .record({ rule: fc.constantFrom('A', 'B'), fingerprint: fc.constantFrom('x', 'y', 'z'), isSuppressed: fc.boolean() })
  .map(({ rule, fingerprint, isSuppressed }) =>
    finding('m', { rule, fingerprint, ...(isSuppressed && { suppressed: { reason: 'r' } }) }),
  );
const anyFindings = fc.array(anyFinding, { maxLength: 12 });
const entriesOf = (findings: Parameters<typeof coverFindings>[0]) =>
  baselineOf([{ path: 'p', profile: 'mlps3', findings }], '2026-01-01', '1').findings;
const copies = (findings: Parameters<typeof coverFindings>[0]) => findings.map((one) => ({ ...one }));

describe('coverFindings', () => {
  it('covers by a baseline exactly what it was written from', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        expect(coverFindings(findings, entriesOf(findings))).toEqual([]);
        for (const { suppressed, baselineState } of findings)
          expect(baselineState).toBe(suppressed ? 'new' : 'unchanged');
      }),
    );
  });

  it('covers of equal ones as many as there were, and tells the rest as gone', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (before, after) => {
        const now = copies(after);
        const absent = coverFindings(now, entriesOf(before))!;
        const times = (all: typeof now, { rule, fingerprint }: { rule: string; fingerprint: string }) =>
          all.filter((one) => one.rule === rule && one.fingerprint === fingerprint && !one.suppressed);
        for (const one of [...before, ...now]) {
          const [was, is] = [times(before, one).length, times(now, one)];
          const covered = is.filter(({ baselineState }) => baselineState === 'unchanged');
          expect(covered).toEqual(is.slice(0, Math.min(was, is.length)));
          const gone = absent.find(({ rule, fingerprint }) => rule === one.rule && fingerprint === one.fingerprint);
          expect(gone?.count ?? 0).toBe(Math.max(0, was - is.length));
        }
      }),
    );
  });

  it('asks for the rule, too, and adds up what a merge left twice', () => {
    const findings = [finding('m', { rule: 'A', fingerprint: 'x' }), finding('m', { rule: 'A', fingerprint: 'x' })];
    expect(coverFindings(findings, [known('B', 'x', 2)])).toHaveLength(1);
    expect(findings.map(({ baselineState }) => baselineState)).toEqual(['new', 'new']);
    expect(coverFindings(findings, [known('A', 'x', 1), known('A', 'x', 1)])).toEqual([]);
    expect(findings.map(({ baselineState }) => baselineState)).toEqual(['unchanged', 'unchanged']);
  });
});

describe('lint with a baseline', () => {
  const text = 'services:\n  web:\n    image: app:1\n    privileged: true\n';
  const baseline = entriesOf(foundIn(text).findings);

  it('covers a service again when lines were put in and its neighbour has another name', () => {
    const both = `${text}  db:\n    image: db:1\n`;
    const before = entriesOf(foundIn(both).findings);
    const moved = `# above\n\n${both.replace('    privileged', '    tty: true\n    privileged').replace('db:', 'database:')}`;
    const { findings } = foundIn(moved, before);
    const states = (name: string) =>
      new Set(findings.flatMap(({ service, baselineState }) => (service === name ? baselineState : [])));
    expect([states('web'), states('database')]).toEqual([new Set(['unchanged']), new Set(['new'])]);
  });

  it('groups what it covers by itself, each with all that it stands for', () => {
    const [first, ...others] = baseline.filter(({ rule }) => /RUN-0(03|09|1\d)/.test(rule));
    expect(others.length).toBeGreaterThan(2);
    const { findings } = foundIn(text, others, true);
    const groups = findings.filter(({ rule }) => rule === 'MLPS-RUN-000');
    const old = groups.find(({ baselineState }) => baselineState === 'unchanged')!;
    expect(groups.map(({ baselineState }) => baselineState).sort()).toEqual(['new', 'unchanged']);
    expect(old.grouped).toHaveLength(others.length);
    expect(old.grouped).not.toContainEqual({ rule: first!.rule, fingerprint: first!.fingerprint });
  });

  it('is written from groups as from what they stand for', () => {
    const [grouped, single] = [true, false].map((group) =>
      writeBaseline(
        baselineOf([{ path: 'p', profile: 'mlps3', findings: foundIn(text, undefined, group).findings }], '', ''),
      ),
    );
    expect(grouped).toBe(single);
  });

  it('calls nothing gone in a file that was not judged', () => {
    const long = 'x'.repeat(4_000_001);
    const both = [...baseline, ...entriesOf(foundIn(long).findings)];
    const { findings, absent } = foundIn(long, both);
    expect([findings.map(({ baselineState }) => baselineState), absent]).toEqual([['unchanged'], undefined]);
    expect(foundIn(text).findings[0]!.baselineState).toBeUndefined();
  });
});
