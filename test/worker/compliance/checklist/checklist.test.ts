/** Clauses and rows are tables: what a rule names is in them, in both languages. */
import { expect, it } from 'vitest';
import { clauses } from '../../../../src/worker/compliance/checklist/clauses';
import { describeClause, describeRow } from '../../../../src/worker/compliance/checklist/describe';
import { rows } from '../../../../src/worker/compliance/checklist/rows';
import { rules } from '../../../../src/worker/compliance/rules/index';

it('has every clause that a rule names, or the number above it', () => {
  const named = new Set(rules.flatMap((rule) => rule.clauses.map((clause) => clause.replace(/^~/, ''))));
  const known = Object.keys(clauses);
  expect(known).toHaveLength(163);
  expect(
    [...named].filter((clause) => !known.some((each) => each === clause || each.startsWith(`${clause} `))),
  ).toEqual([]);
});

it('has every row that a rule names', () => {
  const named = new Set(rules.flatMap((rule) => rule.rows));
  expect(Object.keys(rows)).toEqual(Array.from({ length: 92 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`));
  expect([...named].filter((row) => !(row in rows))).toEqual([]);
});

it('says each in both languages', () => {
  const texts = [
    ...Object.values(clauses).flatMap(({ point, gist }) => [point, gist]),
    ...Object.values(rows).map(({ subject }) => subject),
  ];
  expect(texts.filter((text) => !text.en.trim() || !text['zh-cn'].trim())).toEqual([]);
  expect(texts.filter(({ en }) => /[\u4e00-\u9fff]/.test(en))).toEqual([]);
});

it('describes them, and leaves a number of several alone', () => {
  expect(describeClause('~8.1.2.1 b', 'en')).toBe(
    '~8.1.2.1 b (Network architecture: Bandwidth is enough at peak hours)',
  );
  expect(describeClause('8.1.2.1 b', 'zh-cn')).toBe('8.1.2.1 b（网络架构：高峰时带宽够用）');
  expect(describeClause('~8.1.5.2', 'en')).toBe('~8.1.5.2');
  expect(describeRow('C12', 'en')).toBe('C12 (2.2: non-root)');
});
