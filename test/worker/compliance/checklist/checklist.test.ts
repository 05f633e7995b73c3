/** Clauses and rows are tables: what a rule names is in them, in both languages. */
import { expect, it } from 'vitest';
import { clauses } from '../../../../src/worker/compliance/checklist/clauses';
import {
  bareId,
  describeCase,
  describeClause,
  describeRow,
  describeTrigger,
  unitsOf,
} from '../../../../src/worker/compliance/checklist/describe';
import { highRiskCases } from '../../../../src/worker/compliance/checklist/highRiskCases';
import { rows } from '../../../../src/worker/compliance/checklist/rows';
import { triggers } from '../../../../src/worker/compliance/checklist/triggers';
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

it('has every case and trigger that a rule names, and no unit twice', () => {
  expect(Object.keys(highRiskCases)).toHaveLength(58);
  expect(Object.keys(triggers)).toEqual(Array.from({ length: 32 }, (_, i) => `A-${String(i + 1).padStart(2, '0')}`));
  expect(rules.flatMap(({ highRisk = [] }) => highRisk.map(bareId)).filter((each) => !(each in highRiskCases))).toEqual(
    [],
  );
  expect(rules.flatMap((rule) => (rule.triggers ?? []).map(bareId)).filter((each) => !(each in triggers))).toEqual([]);
  const units = Object.values(clauses).flatMap(({ unit }) => unit ?? []);
  expect(new Set(units).size).toBe(units.length);
});

it('says each in both languages', () => {
  const texts = [
    ...Object.values(clauses).flatMap(({ point, gist }) => [point, gist]),
    ...Object.values(rows).map(({ subject }) => subject),
    ...Object.values(highRiskCases).flatMap(({ title, lowered, condition }) => [title, lowered ?? [], condition ?? []]),
    ...Object.values(triggers),
  ].flat();
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
  expect(describeCase('~6.2.1.1', 'en')).toBe('~6.2.1.1 (Network devices too weak for peak load; nothing lowers it)');
  expect(describeCase('6.4.2.1', 'zh-cn')).toBe(
    '6.4.2.1（未重命名默认账户名且未修改默认口令；可降低情形：双因素或登录限制）',
  );
  expect(describeTrigger('A-03', 'en')).toBe('A-03 (Network devices too weak for peak load)');
  expect(unitsOf(['~8.1.2.1 a', '8.1.2.1 b', '~8.1.10.8 a'])).toEqual(['~L3-CNS1-01', 'L3-CNS1-02']);
});
