/** What assessments rest on: tables that name rules and clauses, and excerpts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulesWithEvidence } from '../../../../src/worker/compliance/assess/evidence';
import { excerptsOf } from '../../../../src/worker/compliance/assess/excerpt';
import { rulesOfValues } from '../../../../src/worker/compliance/assess/unknownValues';
import { categories, categoryOf } from '../../../../src/worker/compliance/checklist/categories';
import { clauses, objectKinds } from '../../../../src/worker/compliance/checklist/clauses';
import { contextRows, peoplesRows } from '../../../../src/worker/compliance/checklist/peoplesRows';
import { rows } from '../../../../src/worker/compliance/checklist/rows';
import { clausesOf, isExcluded, worksheets } from '../../../../src/worker/compliance/checklist/worksheets';
import { linesOf } from '../../../../src/worker/compliance/documents/text/lines';
import { rules } from '../../../../src/worker/compliance/rules/index';
import type { Finding } from '../../../../src/worker/protocol/finding';

describe('tables', () => {
  const ids = new Set<string>(rules.map(({ id }) => id));
  it('name rules that there are', () => {
    for (const id of [...rulesWithEvidence, ...rulesOfValues]) expect(ids).toContain(id);
  });

  it('name rows that there are, those of people apart from those that ask for nothing', () => {
    const named = [...Object.keys(peoplesRows), ...Object.keys(contextRows)];
    expect(new Set(named).size).toBe(named.length);
    for (const row of named) expect(rows).toHaveProperty(row);
  });

  it('decide each row by rules, by people, or not at all', () => {
    const decided = new Set(rules.flatMap((rule) => rule.rows));
    for (const row of Object.keys(rows))
      expect(decided.has(row) || row in peoplesRows || row in contextRows || row).toBe(true);
  });

  it('have a category and an object for each clause', () => {
    for (const [clause, { objects }] of Object.entries(clauses)) {
      expect(Object.values(categories)).toContain(categoryOf(clause));
      expect(objects.length).toBeGreaterThan(0);
      expect(objectKinds.some((kind) => !isExcluded(clause, kind))).toBe(true);
    }
  });

  it.each([
    ['安全通信网络', 8],
    ['安全区域边界-XX边界', 20],
    ['安全计算环境-XX服务器', 34],
    ['安全管理中心', 12],
    ['安全建设管理', 34],
    ['安全运维管理', 48],
  ])('have the rows of the sheet %s', (sheet, count) =>
    expect(clausesOf(worksheets[sheet]!.chapter)).toHaveLength(count),
  );

  it('exclude what the sheets have preset', () => {
    const presets = (kind: 'server' | 'application' | 'database') =>
      clausesOf('8.1.4').filter((clause) => isExcluded(clause, kind));
    expect(presets('server')).toEqual(['8.1.4.4 d', '8.1.4.11 a', '8.1.4.11 b']);
    expect(presets('application')).toEqual(['8.1.4.4 a', '8.1.4.4 b', '8.1.4.4 c', '8.1.4.4 f', '8.1.4.5']);
    expect(presets('database')).toHaveLength(6);
  });
});

describe('excerpts', () => {
  const excerpt = (line: string, rule = 'MLPS-RUN-009') => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    return excerptsOf([{ rule, range } as Finding], linesOf(line), 'shell')[0]!;
  };

  it.each([
    ['docker run -e DB_PASSWORD=hunter22 -e A=b x', 'docker run -e DB_PASSWORD=*** -e A=b x'],
    ['  URL: postgres://u:hunter22@db/x', 'URL: postgres://u:***@db/x'],
    ['  token: "two words"  ', 'token: ***'],
    ['curl -u x --password hunter22', 'curl -u x --password ***'],
    ['PasswordAuthentication no', 'PasswordAuthentication no'],
    ['image: nginx:1.29', 'image: nginx:1.29'],
  ])('of %j', (line, expected) => expect(excerpt(line)).toBe(expected));

  it('show nothing of a line that is about a secret but its name', () => {
    expect(excerpt('KEY=hunter22', 'MLPS-SEC-002')).toBe('KEY=***');
    expect(excerpt('hunter22', 'MLPS-SEC-002')).toBe('***');
  });

  it('end soon, whatever the line', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 1, max: 2000 }), (text, times) => {
        const start = process.cpuUsage();
        expect(excerpt(text.repeat(times)).length).toBeLessThanOrEqual(161 + 160);
        const { user, system } = process.cpuUsage(start);
        return user + system < 500_000;
      }),
      { numRuns: 100 },
    ));
});
