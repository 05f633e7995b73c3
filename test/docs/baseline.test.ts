/** The pages on baselines show one as it is written now. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/worker/compliance/baseline/baselineOf';
import { readBaseline } from '../../src/worker/compliance/baseline/readBaseline';
import { writeBaseline } from '../../src/worker/compliance/baseline/writeBaseline';
import { findRule } from '../../src/worker/compliance/rules/findRule';

it.each(['docs/baseline.md', 'docs/baseline.zh-cn.md'])('%s has one', (file) => {
  const [, text = ''] = /```json\n(.*?)```/s.exec(readFileSync(file, 'utf8')) ?? [];
  const shown = readBaseline(text);
  expect(writeBaseline(shown)).toBe(text);
  const { tool, ruleSet } = baselineOf([], shown.date, shown.tool.version);
  expect(shown).toMatchObject({ tool, ruleSet });
  expect(shown.findings.map(({ message }) => message)).toEqual(
    shown.findings.map(({ rule }) => findRule(rule)!.title.en),
  );
  expect(shown.findings).toHaveLength(1);
});
