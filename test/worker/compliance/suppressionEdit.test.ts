/**
 * Whatever a fixture's finding is put aside by the comment that is offered for it, and nothing else
 * is.
 */
import { expect, it, test } from 'vitest';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { lint } from '../../../src/worker/compliance/lint';
import type { LintContext } from '../../../src/worker/compliance/lintContext';
import { rulePage } from '../../../src/worker/compliance/rulePage';
import { findRule } from '../../../src/worker/compliance/rules/findRule';
import { rules } from '../../../src/worker/compliance/rules/index';
import { suppressionEdit } from '../../../src/worker/compliance/suppressionEdit';
import type { Finding } from '../../../src/worker/protocol/finding';
import { readFixtures } from './ruleFixtures';

const invalid = readFixtures().filter(({ verdict }) => verdict === 'invalid');
const optIns = Object.fromEntries(
  rules.filter((r) => r.profile === 'opt-in').map((r) => [r.id, { severity: r.severity }]),
);
const context = {
  locale: 'en',
  profile: 'mlps3',
  today: '2026-11-23',
  group: false,
  config: { rules: optIns },
} as const;
const key = ({ rule, range, message }: Finding) => `${rule} ${range.start.line} ${range.start.character} ${message}`;

it.each(invalid.map((f) => [f.id, f] as const))('%s', (_, { uri, text, files, ruleName }) => {
  const judge = (content: string, more: Partial<LintContext> = {}) =>
    lint({ uri, text: content }, { ...context, files, ...more }).findings;
  const wanted = { rules: [findRule(ruleName)!] };
  const before = judge(text, wanted);
  for (const finding of before.filter(({ rule, suppressed }) => !suppressed && !rule.startsWith('MLPS-DOC'))) {
    const edit = suppressionEdit(uri, text, finding);
    if (/daemon\.json$|\.(bat|cmd|png)$/.test(uri)) {
      expect(edit).toBeUndefined();
      expect(rulePage(finding.rule, 'en')).toContain(`  - rule: ${finding.rule}\n`);
      continue;
    }
    expect(rulePage(finding.rule, 'en')).toContain(`mlps-lint disable-next-line ${finding.rule} `);
    const after = judge(applyEdits(text, [edit!]), wanted);
    const moved = {
      ...finding,
      range: { ...finding.range, start: { ...finding.range.start, line: finding.range.start.line + 1 } },
    };
    expect(after.find((f) => key(f) === key(moved))?.suppressed, key(finding)).toBeDefined();
    // The reason is still to be written.
    expect(after.filter(({ rule }) => rule === 'MLPS-DOC-003')).toHaveLength(1);
    const shown = (all: Finding[]) => all.filter(({ suppressed, rule }) => !suppressed && rule === finding.rule).length;
    expect(shown(after)).toBeLessThan(shown(before));
  }
});

test('a comment of Groovy before a step, one of the shell within its script', () => {
  const uri = 'file:///w/Jenkinsfile';
  const text = "node {\n  sh 'docker run --privileged a'\n  sh '''\n    docker run --privileged b\n  '''\n}\n";
  const findings = lint(
    { uri, text },
    { ...context, files: { text: () => null }, rules: [findRule('no-privileged')!] },
  ).findings;
  expect(findings.map((f) => suppressionEdit(uri, text, f)!.newText)).toEqual([
    '  // mlps-lint disable-next-line MLPS-RUN-008 -- \n',
    '    # mlps-lint disable-next-line MLPS-RUN-008 -- \n',
  ]);
});

test('the line break of the file, as fixes choose it', () => {
  const text = 'FROM a\nRUN curl -k https://b\r\n';
  const [finding] = lint(
    { uri: 'file:///w/Dockerfile', text },
    { ...context, files: { text: () => null }, rules: [findRule('no-disabled-tls-verification')!] },
  ).findings;
  expect(suppressionEdit('file:///w/Dockerfile', text, finding!)!.newText).toMatch(/ \n$/);
});
