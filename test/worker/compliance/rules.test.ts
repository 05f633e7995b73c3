/**
 * Every rule against its fixtures: what it finds and where, what its fixes make of it, and that it
 * stands alone. UPDATE_FIXED=1 writes the fixed files anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILL_IN } from '../../../scripts/ruleScaffold';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { CONFIG_NAMES } from '../../../src/worker/compliance/config';
import { readConfig } from '../../../src/worker/compliance/config/readConfig';
import { lint } from '../../../src/worker/compliance/lint';
import type { LintContext } from '../../../src/worker/compliance/lintContext';
import { roundOfFixes } from '../../../src/worker/compliance/roundOfFixes';
import { findRule } from '../../../src/worker/compliance/rules/findRule';
import { rules } from '../../../src/worker/compliance/rules/index';
import { type Fixture, ROOT, readFixtures } from './ruleFixtures';

const RULES = join(import.meta.dirname, '../../../src/worker/compliance/rules');
const fixtures = readFixtures();
const base = { locale: 'en', profile: 'mlps3', today: '2026-11-23', group: false } as const;

const contextOf = (fixture: Fixture): LintContext => {
  const rule = findRule(fixture.ruleName)!;
  const text = fixture.files.text(`${ROOT}${CONFIG_NAMES[0]}`);
  const optIn = rule.profile === 'opt-in' ? { rules: { [rule.id]: { severity: rule.severity } } } : undefined;
  const config = text ? readConfig(CONFIG_NAMES[0], text).config : optIn;
  return { ...base, files: fixture.files, config, rules: [rule] };
};

/** All fixes, round after round, until nothing is left to fix. */
function fixAll(uri: string, text: string, context: LintContext): { text: string; rounds: number } {
  let current = text;
  for (let rounds = 0; rounds < 12; rounds++) {
    const { findings } = lint({ uri, text: current }, context);
    const fixes = roundOfFixes(current, findings, true);
    if (fixes.length === 0) return { text: current, rounds };
    current = applyEdits(
      current,
      fixes.flatMap((f) => f.edits),
    );
  }
  return { text: current, rounds: Number.POSITIVE_INFINITY };
}

describe.each(fixtures.map((f) => [f.id, f] as const))('%s', (_, fixture) => {
  const context = contextOf(fixture);
  const document = { uri: fixture.uri, text: fixture.text };

  it('is found exactly where marked', () => {
    const found = lint(document, context).findings.map((f) => {
      const severity = fixture.marks.find((m) => m.line === f.range.start.line && m.severity)?.severity;
      return [f.rule, f.range.start.line, f.range.start.character, f.range.end.character, severity ? f.severity : ''];
    });
    const marked = fixture.marks.map((m) => [m.rule, m.line, m.start, m.end, m.severity ?? '']);
    const sorted = (list: unknown[][]) => list.map((x) => x.join(' ')).sort();
    expect(sorted(found)).toEqual(sorted(marked));
    if (fixture.verdict === 'invalid') expect(marked.length).toBeGreaterThan(0);
  });

  it('is fixed as recorded, and once fixed stays', () => {
    const { text, rounds } = fixAll(fixture.uri, fixture.text, context);
    expect(rounds).toBeLessThan(12);
    if (process.env.UPDATE_FIXED && text !== fixture.text) writeFileSync(fixture.fixedPath, text);
    else expect(text).toBe(fixture.fixed ?? fixture.text);
    expect(fixAll(fixture.uri, text, context).text).toBe(text);
    const fixable = lint(document, context).findings.filter((f) => f.fixes.some((x) => x.uri === undefined)).length;
    const left = lint({ uri: fixture.uri, text }, context).findings.length;
    expect(left).toBe(lint(document, context).findings.length - fixable);
  });

  it('is found whatever other rules run', () => {
    const all = lint(document, { ...context, rules }).findings.filter((f) => f.name === fixture.ruleName);
    expect(all).toEqual(lint(document, context).findings);
  });
});

it('covers every rule that checks something', () => {
  const covered = new Set(fixtures.map((f) => f.ruleName));
  const missing = rules.filter((r) => Object.keys(r.check).length > 0 && !covered.has(r.name)).map((r) => r.id);
  expect(missing).toEqual([]);
});

it('has unique ids and names, and every text in both languages', () => {
  expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length);
  expect(new Set(rules.map((r) => r.name)).size).toBe(rules.length);
  expect(rules.map((r) => r.id)).toEqual(rules.map((r) => r.id).toSorted());
  for (const rule of rules) {
    expect(rule.id).toMatch(/^MLPS-[A-Z]{3}-\d{3}$/);
    for (const text of [rule.title, rule.why, rule.remedy, ...Object.values(rule.messages)]) {
      expect(text.en.length).toBeGreaterThan(0);
      expect(text['zh-cn'], `${rule.id}: ${text.en}`).toMatch(/[一-鿿]/);
      expect(text.en).not.toMatch(/[一-鿿]/);
      // Reports, hovers and terminals take backticks for code, and nothing else for markup.
      for (const words of Object.values(text))
        expect(words.replace(/`[^`]*`/g, ''), rule.id).not.toMatch(/(?:^|\s)[_*]+[^\s_*][^_*]*[_*]+(?=[\s.,]|$)|\]\(/);
    }
  }
});

it('has nothing left that a new rule must fill in', () => {
  for (const rule of rules) {
    for (const clause of rule.clauses) expect(clause, rule.id).toMatch(/^~?8\.[12](?:\.\d+)+(?: [a-z])?$/);
    for (const row of rule.rows) expect(row, rule.id).toMatch(/^[CW]\d\d$/);
  }
  expect(fixtures.filter(({ text }) => text.includes(FILL_IN)).map(({ id }) => id)).toEqual([]);
  const sources = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(rules.length);
  expect(sources.filter((path) => readFileSync(join(RULES, path), 'utf8').includes(FILL_IN))).toEqual([]);
});
