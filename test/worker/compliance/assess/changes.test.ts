/** What became of an earlier report's findings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesSince } from '../../../../src/worker/compliance/assess/changes/changesSince';
import { readEarlierReport } from '../../../../src/worker/compliance/assess/changes/readEarlierReport';
import { changeTable } from '../../../../src/worker/compliance/assess/report/tables/changeTable';
import { layouts } from '../../../../src/worker/compliance/assess/report/tables/layouts';
import { rules } from '../../../../src/worker/compliance/rules/index';
import type { Assessment, Change, EvidenceItem } from '../../../../src/worker/protocol/assessment';
import { assessTree } from './assessTree';

type Found = Omit<EvidenceItem, 'object'>;

const before = { 'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n' };
const json = (assessment: Assessment) => JSON.stringify(assessment);
const old = () => readEarlierReport(json({ ...assessTree(before), date: '2026-01-31' }));
const statesOf = (assessment: Assessment, rule: string) =>
  assessment.changes!.all.filter((change) => change.rule === rule).map(({ state }) => state);

describe('findings of an earlier report', () => {
  it('are open where they still stand, wherever the line is now', () => {
    const now = assessTree({ 'compose.yaml': `# moved\n\n${before['compose.yaml']}` }, { earlier: old() });
    expect(new Set(now.changes!.all.map(({ state }) => state))).toEqual(new Set(['open']));
    const [privileged] = now.changes!.all.filter(({ rule }) => rule === 'MLPS-RUN-008');
    expect(privileged).toMatchObject({ before: { line: 4, object: { kind: 'service', name: 'web', root: '' } } });
    expect(now.findings[privileged!.after!]).toMatchObject({ rule: 'MLPS-RUN-008', line: 6 });
  });

  it('are repaired where the file says so, and others are new', () => {
    const text = before['compose.yaml'].replace('    privileged: true\n', '    pid: host\n');
    const now = assessTree({ 'compose.yaml': text }, { earlier: old() });
    expect(statesOf(now, 'MLPS-RUN-008')).toEqual(['repaired']);
    expect(statesOf(now, 'MLPS-RUN-014')).toEqual(['new']);
    const { counts, all } = now.changes!;
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(all.length);
  });

  it('cannot be judged where their file is out of scope, or their rule is gone or switched off', () => {
    const gone = assessTree({ 'other/compose.yaml': 'services: {}\n' }, { earlier: old() });
    expect(gone.changes!.counts).toMatchObject({ repaired: 0, open: 0 });
    const off = assessTree(
      { 'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n' },
      {
        earlier: old(),
        config: { rules: { 'MLPS-RUN-008': { severity: 'off' } } },
      },
    );
    expect(statesOf(off, 'MLPS-RUN-008')).toEqual(['unjudged']);
    const other = { ...old(), findings: old().findings.map((finding) => ({ ...finding, rule: 'MLPS-XYZ-001' })) };
    const unknown = assessTree(before, { earlier: other });
    expect(new Set(statesOf(unknown, 'MLPS-XYZ-001'))).toEqual(new Set(['unjudged']));
  });

  it('say whether the rules were the same', () => {
    expect(assessTree(before, { earlier: old() }).changes!.isSameRuleSet).toBe(true);
    expect(assessTree(before, { earlier: { ...old(), ruleSet: 'others' } }).changes!.isSameRuleSet).toBe(false);
  });

  it('are counted where they are equal', () => {
    const finding = fc.record({
      path: fc.constantFrom('a', 'b'),
      rule: fc.constantFrom('R', 'S'),
      fingerprint: fc.constantFrom('1', '2'),
    });
    const full = (one: { path: string; rule: string; fingerprint: string }, line: number): Found => ({
      ...one,
      line: line + 1,
      message: '',
      excerpt: '',
      severity: 'error',
    });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 20 }), fc.array(finding, { maxLength: 20 }), (was, is) => {
        const earlier = { date: '2026-01-31', version: '0', ruleSet: '', findings: was.map(full) };
        const now = { findings: is.map(full), ruleSet: '', isJudged: (path: string) => path === 'a' };
        const { all, counts } = changesSince(earlier, now);
        expect(counts.open + counts.repaired + counts.unjudged).toBe(was.length);
        expect(counts.open + counts.new).toBe(is.length);
        const afters = all.flatMap(({ after }: Change) => after ?? []);
        expect(new Set(afters).size).toBe(is.length);
        const key = (one: object) => JSON.stringify(one);
        const common = new Set(was.map(key));
        for (const one of common) {
          const count = (list: object[]) => list.filter((other) => key(other) === one).length;
          const open = all.filter(
            ({ state, rule, before: place, after }) =>
              state === 'open' && key({ path: place!.path, rule, fingerprint: is[after!]!.fingerprint }) === one,
          );
          expect(open).toHaveLength(Math.min(count(was), count(is)));
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('are many in linear time', () => {
    const findings = Array.from(
      { length: 100_000 },
      (_, i): Found => ({
        path: 'a',
        rule: 'R',
        fingerprint: i % 2 ? 'same' : String(i),
        line: 1,
        message: '',
        excerpt: '',
        severity: 'error',
      }),
    );
    const earlier = { date: '2026-01-31', version: '0', ruleSet: '', findings };
    const start = performance.now();
    expect(changesSince(earlier, { findings, ruleSet: '', isJudged: () => true }).counts.open).toBe(100_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('appendix B', () => {
  it('has a row for each, with both places and both dates', () => {
    const text = before['compose.yaml'].replace('    privileged: true\n', '    pid: host\n');
    const assessment = assessTree({ 'compose.yaml': text }, { earlier: old() });
    const [table] = layouts['appendix-b'].tables({ assessment, rules, locale: 'en' });
    expect(table!.header!.join(' ')).toBe('序号 问题（上次） 规则 对象 上次位置 本次状态 本次位置 日期 提交');
    const row = (rule: string) => table!.rows.find((each) => each[2] === rule)!.slice(2);
    expect(row('MLPS-RUN-008')).toEqual([
      'MLPS-RUN-008',
      'web',
      'compose.yaml:4',
      '已整改',
      '',
      '2026-01-31 → 2026-11-29',
      '',
    ]);
    expect(row('MLPS-RUN-014')).toEqual(['MLPS-RUN-014', 'web', '', '新增', 'compose.yaml:4', '2026-11-29', '']);
  });

  it('is empty where nothing was compared', () => {
    expect(changeTable(assessTree(before)).rows).toEqual([]);
  });
});

describe('an earlier report', () => {
  const valid = JSON.parse(json(assessTree(before)));
  it.each<[name: string, text: string, code: string]>([
    ['that is not JSON', '{', 'report-not-json'],
    ['that is empty', '', 'report-not-json'],
    ['that is a list', '[]', 'report-shape'],
    ['of lint', '{"version": 1}', 'report-shape'],
    ['of a newer form', '{"schema": 2}', 'report-newer'],
    ['of no form', '{"schema": 0}', 'report-shape'],
    ['with a day that there is not', JSON.stringify({ ...valid, date: '2026-02-30' }), 'report-shape'],
    ['without findings', JSON.stringify({ ...valid, findings: {} }), 'report-shape'],
    ['with a finding of a wrong form', JSON.stringify({ ...valid, findings: [{ rule: 'x' }] }), 'report-shape'],
    ['of an object that there is not', JSON.stringify({ ...valid, objects: [] }), 'report-shape'],
    [
      'of an object of no kind',
      JSON.stringify({ ...valid, objects: [{ kind: 'toString', root: '' }] }),
      'report-shape',
    ],
  ])('%s is refused', (_, text, code) => {
    expect(() => readEarlierReport(text)).toThrow(expect.objectContaining({ code }));
  });

  it('may begin with a byte order mark', () => {
    expect(readEarlierReport(`\ufeff${JSON.stringify(valid)}`).findings).toHaveLength(valid.findings.length);
  });
});
